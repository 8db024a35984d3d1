import type { Citation } from '#shared/dossier/dossier-content.ts';
import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import { done } from '#shared/kernel/reply.ts';
import { wholeFile } from '../../package-file.ts';
import type { DossierFormat } from '../format.ts';

export const annotationsFormat: DossierFormat = {
  id: 'annotations',
  title: 'Web Annotations',
  about: 'the places in exhibits that claims and links rest on, as the W3C writes them',
  usual: false,
  varies: null,
  names: () => ['annotations.jsonld'],
  files: async function* (dossier) {
    yield done(wholeFile('annotations.jsonld', annotations(dossier)));
  },
};

/** Every place cited in an exhibit that is shown, as one collection (W3C Web Annotation Data Model, 2017). What is withheld is no target. */
export function annotations(dossier: RedactedDossier): string {
  const cited = [
    ...dossier.claims.flatMap(({ id, label, text, changedAt, citations }) =>
      citations.map((citation, index) => ({ id, label, text, created: changedAt, citation, index, motivation: 'identifying' })),
    ),
    ...dossier.links.flatMap(({ id, label, rationale, at, citation }) =>
      citation ? [{ id, label, text: rationale ?? '', created: at, citation, index: 0, motivation: 'linking' }] : [],
    ),
  ];
  const items = cited.flatMap(({ id, label, text, created, citation, index, motivation }) => {
    const target = targetOf(dossier, citation);
    if (!target) return [];
    const body = { type: 'TextualBody', value: text === '' ? label : `${label}: ${text}`, format: 'text/plain', purpose: 'describing' };
    return [{ id: `urn:uuid:${id}#${index}`, type: 'Annotation', motivation, created, body, target }];
  });
  const first = { id: 'urn:corroborate:annotations#1', type: 'AnnotationPage', startIndex: 0, items };
  const collection = { '@context': 'http://www.w3.org/ns/anno.jsonld', id: 'urn:corroborate:annotations', type: 'AnnotationCollection' };
  return `${JSON.stringify({ ...collection, label: dossier.title, total: items.length, first }, null, 2)}\n`;
}

function targetOf(dossier: RedactedDossier, { label, place }: Citation) {
  const exhibit = dossier.exhibits.find((each) => each.label === label);
  if (!exhibit || place.sort === 'withheld') return null;
  const source = {
    id: `urn:uuid:${exhibit.id}`,
    type: exhibit.picture ? 'Image' : 'Text',
    format: exhibit.mime,
    'schema:identifier': label,
    'schema:sha256': exhibit.sha256,
  };
  if (place.sort === 'whole') return source;
  if (place.sort === 'region') {
    const { x, y, w, h } = place.region;
    return { type: 'SpecificResource', source, selector: fragmentOf(`xywh=pixel:${x},${y},${w},${h}`) };
  }
  if (place.sort === 'time')
    return { type: 'SpecificResource', source, selector: fragmentOf(`t=npt:${place.from / 1_000}${place.to === null ? '' : `,${place.to / 1_000}`}`) };
  // Fragment of a PDF (RFC 8118 §3): a page, and in it left, top, width and height in points.
  if (place.sort === 'page') {
    const { page, region } = place;
    const view = region === null ? '' : `&viewrect=${region.x},${region.y},${region.w},${region.h}`;
    return {
      type: 'SpecificResource',
      source,
      selector: { type: 'FragmentSelector', conformsTo: 'http://tools.ietf.org/rfc/rfc3778', value: `page=${page}${view}` },
    };
  }
  const quote = { type: 'TextQuoteSelector', exact: place.exact, prefix: place.prefix, suffix: place.suffix };
  return { type: 'SpecificResource', source, selector: quote };
}

function fragmentOf(value: string): object {
  return { type: 'FragmentSelector', conformsTo: 'http://www.w3.org/TR/media-frags/', value };
}
