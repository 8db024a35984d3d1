import { drawnUuid } from '#main/crypto/name-uuid.ts';
import type { EntityKind } from '#shared/domain/entity/entity.ts';
import type { Credibility } from '#shared/domain/rating/admiralty.ts';
import type { DossierExhibit, Label } from '#shared/dossier/dossier-content.ts';
import { findingMeanings, findingWords, linkWords } from '#shared/dossier/dossier-wording.ts';
import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import { linkTarget } from '../visible-text.ts';
import { context } from './context.ts';

type Node = { readonly '@id': string } & { readonly [property: string]: unknown };
type Ref = { readonly '@id': string };

const confidences: { readonly [C in Credibility]: number | null } = { '1': 90, '2': 70, '3': 50, '4': 30, '5': 10, '6': null };
const identityTypes: { readonly [K in EntityKind]: string } = {
  actor: 'uco-identity:Identity',
  person: 'uco-identity:Person',
  organisation: 'uco-identity:Organization',
  unit: 'uco-identity:Organization',
  account: 'uco-observable:Account',
  'identity-document': 'uco-core:UcoObject',
  vehicle: 'uco-core:UcoObject',
  weapon: 'uco-core:UcoObject',
  place: 'uco-location:Location',
  event: 'uco-core:Event',
};

/**
 * The dossier in the CASE ontology 1.4 on UCO 1.4: exhibits are files that an investigative action took in, with the record of their
 * provenance; claims are assertions by whoever made them; what we think of them, and notes, are annotations.
 */
export function caseGraph(dossier: RedactedDossier) {
  const nodes: Node[] = [];
  const refs = new Map<Label, Ref>();
  const id = (sort: string, name: string): string => `kb:${sort}-${drawnUuid(`case ${dossier.about.openedAt} ${sort} ${name}`)}`;
  const keep = (node: Node, label?: Label): Ref => {
    nodes.push(node);
    if (label) refs.set(label, ref(node));
    return ref(node);
  };
  const marking = markingNode(dossier, id);
  const marked = marking ? { 'uco-core:objectMarking': ref(marking) } : {};
  if (marking) keep(marking);
  const people = new Map<string, Ref>();
  const person = (name: string): Ref => {
    const known = people.get(name) ?? keep({ '@id': id('person', name), '@type': 'uco-identity:Person', 'uco-core:name': name });
    people.set(name, known);
    return known;
  };
  const tools = new Map<string, Ref>();
  const tool = (name: string): Ref => {
    const [, program = name, version] = /^(.*?)(?: (\d\S*))?$/.exec(name) ?? [];
    const about = { '@id': id('tool', name), '@type': 'uco-tool:Tool', 'uco-core:name': program, ...(version ? { 'uco-tool:version': version } : {}) };
    const known = tools.get(name) ?? keep(about);
    tools.set(name, known);
    return known;
  };
  for (const { label, name, kind, otherNames } of dossier.actors) {
    const described = otherNames.length === 0 ? {} : { 'uco-core:description': otherNames.join('; ') };
    keep({ '@id': id('actor', label), '@type': identityTypes[kind], 'uco-core:name': name, ...described, ...placed(dossier, label, id) }, label);
  }
  for (const exhibit of dossier.exhibits) {
    const file = keep(fileNode(exhibit, id, marked), exhibit.label);
    const record = keep({
      '@id': id('provenance-record', exhibit.id),
      '@type': 'case-investigation:ProvenanceRecord',
      'uco-core:description': `Exhibit ${exhibit.label}`,
      'case-investigation:exhibitNumber': exhibit.label,
      'uco-core:object': [file],
    });
    const address = exhibit.source?.url ? linkTarget(exhibit.source.url) : null;
    const from = address === null ? [] : [keep(urlNode(address, exhibit, id))];
    keep({
      '@id': id('investigative-action', exhibit.id),
      '@type': 'case-investigation:InvestigativeAction',
      'uco-core:name': `${exhibit.label} taken into the case`,
      'uco-action:startTime': moment(exhibit.takenInAt),
      'uco-action:endTime': moment(exhibit.takenInAt),
      'uco-action:performer': person(exhibit.takenInBy),
      'uco-action:instrument': [tool(exhibit.tool)],
      ...(from.length === 0 ? {} : { 'uco-action:object': from }),
      'uco-action:result': [file, record],
    });
  }
  const analysts = dossier.about.analysts.map(person);
  for (const claim of dossier.claims) {
    const confidence = claim.credibility === null ? null : confidences[claim.credibility];
    const facet = { '@id': id('confidence-facet', claim.id), '@type': 'uco-core:ConfidenceFacet', 'uco-core:confidence': count(confidence ?? 0) };
    const assertion = keep(
      {
        '@id': id('assertion', claim.id),
        '@type': 'uco-core:Assertion',
        'uco-core:name': claim.label,
        'uco-core:statement': claim.text,
        'uco-core:createdBy': refs.get(claim.asserterLabel ?? '') ?? person(claim.asserter),
        'uco-core:modifiedTime': [moment(claim.changedAt)],
        ...(confidence === null ? {} : { 'uco-core:hasFacet': [facet] }),
        ...marked,
      },
      claim.label,
    );
    for (const exhibit of new Set(claim.citations.map(({ label }) => label))) relate(claim.label, 'rests on', exhibit, `${claim.id} ${exhibit}`);
    const judged = `${findingWords[claim.finding]}: ${findingMeanings[claim.finding]}`;
    annotate(`finding ${claim.id}`, judged, [assertion], claim.changedAt);
  }
  for (const { label, id: noteId, runs, about, changedAt } of dossier.notes) {
    const text = runs.map((run) => ('cite' in run ? run.cite : run.text)).join('');
    annotate(
      noteId,
      text,
      about.flatMap((end) => refs.get(end.label ?? '') ?? []),
      changedAt,
      label,
    );
  }
  for (const { id: linkId, from, type, to } of dossier.links) relate(from.label ?? '', linkWords[type], to.label ?? '', linkId);
  const form = { 'case-investigation:investigationForm': 'case' };
  const all = nodes.map(ref);
  const investigation = { '@id': id('investigation', dossier.title), '@type': 'case-investigation:Investigation', 'uco-core:name': dossier.title, ...form };
  const purpose = dossier.about.purpose === '' ? {} : { 'uco-core:description': dossier.about.purpose };
  return { '@context': context, '@graph': [{ ...investigation, ...purpose, 'uco-core:object': all }, ...nodes] };

  function relate(from: Label, kind: string, to: Label, name: string): void {
    const [source, target] = [refs.get(from), refs.get(to)];
    const ends = { 'uco-core:source': source, 'uco-core:target': target, 'uco-core:kindOfRelationship': kind, 'uco-core:isDirectional': true };
    if (source && target) keep({ '@id': id('relationship', name), '@type': 'uco-core:Relationship', ...ends });
  }
  /** An annotation is about something, or it is not one. */
  function annotate(name: string, statement: string, about: readonly Ref[], at: string, label?: Label): void {
    const made = { 'uco-core:createdBy': analysts[0] ?? person('The analysts'), 'uco-core:modifiedTime': [moment(at)] };
    const node = { '@id': id('annotation', name), '@type': 'uco-core:Annotation', 'uco-core:statement': statement, 'uco-core:object': about, ...made };
    if (about.length > 0) keep(node, label);
  }
}

type MakeId = (sort: string, name: string) => string;

function fileNode(exhibit: DossierExhibit, id: MakeId, marked: object): Node {
  const { mime, bytes, sha256 } = exhibit;
  const size = { 'uco-observable:sizeInBytes': bytes };
  const hash = {
    '@id': id('hash', exhibit.id),
    '@type': 'uco-types:Hash',
    'uco-types:hashMethod': 'SHA256',
    'uco-types:hashValue': typed('xsd:hexBinary', sha256),
  };
  const content = { '@id': id('content-data-facet', exhibit.id), '@type': 'uco-observable:ContentDataFacet', 'uco-observable:mimeType': mime, ...size };
  const named = { '@id': id('file-facet', exhibit.id), '@type': 'uco-observable:FileFacet', 'uco-observable:fileName': exhibit.name, ...size };
  return {
    '@id': id('file', exhibit.id),
    '@type': exhibit.picture ? ['uco-observable:File', 'uco-observable:RasterPicture'] : 'uco-observable:File',
    'uco-core:name': exhibit.label,
    'uco-core:tag': ['exhibit'],
    ...marked,
    'uco-core:hasFacet': [named, { ...content, 'uco-observable:hash': [hash] }],
  };
}

function urlNode(address: string, exhibit: DossierExhibit, id: MakeId): Node {
  const facet = { '@id': id('url-facet', exhibit.id), '@type': 'uco-observable:URLFacet', 'uco-observable:fullValue': address };
  return { '@id': id('url', exhibit.id), '@type': 'uco-observable:URL', 'uco-core:hasFacet': [facet] };
}

function markingNode({ about }: RedactedDossier, id: MakeId): Node | null {
  if (about.handling === '') return null;
  const type = { 'uco-marking:definitionType': 'statement' };
  const statement = {
    '@id': id('statement-marking', about.handling),
    '@type': 'uco-marking:StatementMarking',
    ...type,
    'uco-marking:statement': about.handling,
  };
  return { '@id': id('marking-definition', about.handling), '@type': 'uco-marking:MarkingDefinition', ...type, 'uco-marking:definition': [statement] };
}

function placed({ places }: RedactedDossier, label: Label, id: MakeId) {
  const place = places.find((each) => each.label === label);
  if (!place) return {};
  const at = {
    'uco-location:latitude': typed('xsd:decimal', decimal(place.latitude)),
    'uco-location:longitude': typed('xsd:decimal', decimal(place.longitude)),
  };
  return { 'uco-core:hasFacet': [{ '@id': id('lat-long', label), '@type': 'uco-location:LatLongCoordinatesFacet', ...at }] };
}

/** Never in the form `1e-7`, which xsd:decimal does not have. */
function decimal(value: number): string {
  return value.toFixed(7).replace(/0+$/, '0');
}
function ref(node: Node): Ref {
  return { '@id': node['@id'] };
}
function typed(type: string, value: string) {
  return { '@type': type, '@value': value };
}
function moment(at: string) {
  return typed('xsd:dateTime', at);
}
function count(value: number) {
  return typed('xsd:nonNegativeInteger', String(value));
}
