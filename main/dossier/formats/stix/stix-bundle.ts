import { canonicalJson } from '#main/crypto/canonical-json.ts';
import { drawnUuid, nameUuid } from '#main/crypto/name-uuid.ts';
import type { Finding } from '#shared/domain/claim/claim.ts';
import type { EntityKind } from '#shared/domain/entity/entity.ts';
import type { Credibility } from '#shared/domain/rating/admiralty.ts';
import type { Likelihood } from '#shared/domain/rating/estimate.ts';
import type { DossierClaim, DossierExhibit, Label } from '#shared/dossier/dossier-content.ts';
import { findingMeanings, findingWords, linkWords } from '#shared/dossier/dossier-wording.ts';
import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import { linkTarget, visibleText } from '../visible-text.ts';
import { markingOf } from './marking.ts';

type StixObject = { readonly id: string; readonly type: string } & { readonly [property: string]: unknown };

/** Namespace of the ids of observables (STIX 2.1, 2.9). */
const observables = '00abedb4-aa42-466c-9c01-fed23315a9b7';
/** STIX 2.1, appendix A: confidence of the Admiralty credibility 1 to 5; 6 says nothing. */
const confidences: { readonly [C in Credibility]: number | null } = { '1': 90, '2': 70, '3': 50, '4': 30, '5': 10, '6': null };
/** The same appendix: of the bands of ICD 203, from the band and never from a percentage. */
const bands: { readonly [L in Likelihood]: number } = {
  'almost-no-chance': 5,
  'very-unlikely': 15,
  unlikely: 30,
  'even-chance': 50,
  likely: 70,
  'very-likely': 85,
  'almost-certain': 95,
};
const opinions: { readonly [F in Finding]: string | null } = {
  unassessed: null,
  uncorroborated: 'neutral',
  corroborated: 'agree',
  disputed: 'neutral',
  contradicted: 'disagree',
  refuted: 'strongly-disagree',
  unverifiable: 'neutral',
  withdrawn: 'disagree',
  superseded: 'neutral',
};
/** Vehicles, weapons, documents and events have no object of their own in STIX, and none is invented. */
const identityClasses: { readonly [K in EntityKind]: string | null } = {
  actor: 'unspecified',
  person: 'individual',
  organisation: 'organization',
  unit: 'group',
  account: 'system',
  'identity-document': null,
  vehicle: null,
  weapon: null,
  place: null,
  event: null,
};

/**
 * The dossier as STIX 2.1: the case is a report, an exhibit a file that was observed, a claim a note by whoever asserts it, our judgment of
 * it an opinion. Ids follow from those of the case, so that a later edition updates an earlier one.
 */
export function stixBundle(dossier: RedactedDossier) {
  const marking = markingOf(dossier);
  const authors = { name: dossier.about.analysts.join(', ') || 'The analysts', created: dossier.about.openedAt };
  const author = idOf('identity', `analysts ${authors.name}`);
  const common = (made: string, changed = made) => ({
    spec_version: '2.1',
    created: made,
    modified: changed < made ? made : changed,
    created_by_ref: author,
    ...(marking ? { object_marking_refs: [marking.id] } : {}),
  });
  const objects = new Map<string, StixObject>();
  const refs = new Map<Label, string>();
  const keep = (object: StixObject, label?: Label) => {
    objects.set(object.id, object);
    if (label) refs.set(label, object.id);
    return object.id;
  };
  if (marking) keep(marking);
  keep({ type: 'identity', ...common(authors.created), id: author, name: authors.name, identity_class: 'group' });
  for (const { label, name, kind, otherNames } of dossier.actors) {
    const identity_class = identityClasses[kind];
    const id = idOf('identity', `${dossier.about.openedAt} ${label} ${name}`);
    if (identity_class) keep({ type: 'identity', ...common(dossier.about.openedAt), id, name, identity_class, ...described(otherNames.join('; ')) }, label);
  }
  for (const { label, name, latitude, longitude, withinMetres } of dossier.places) {
    const id = idOf('location', `${dossier.about.openedAt} ${label} ${name}`);
    // Whoever has an identity is meant by its number; a place is itself.
    keep({ type: 'location', ...common(dossier.about.openedAt), id, name, latitude, longitude, precision: withinMetres }, refs.has(label) ? undefined : label);
  }
  for (const exhibit of dossier.exhibits) {
    const seen = observed(exhibit, common);
    for (const object of seen.observables) keep({ ...object, ...(marking ? { object_marking_refs: [marking.id] } : {}) });
    keep(seen.observation, exhibit.label);
  }
  for (const claim of dossier.claims) {
    const note = keep(claimNote(dossier, claim, common, refs, author), claim.label);
    const opinion = opinions[claim.finding];
    const explanation = `${findingWords[claim.finding]}: ${findingMeanings[claim.finding]}`;
    if (opinion) keep({ type: 'opinion', ...common(claim.changedAt), id: idOf('opinion', claim.id), opinion, explanation, object_refs: [note] });
  }
  for (const { label, id, text, likelihood, cites } of dossier.judgments) {
    const note = { type: 'note', ...common(dossier.asOf), id: idOf('note', id), abstract: label, content: visibleText(text), confidence: bands[likelihood] };
    keep(
      {
        ...note,
        object_refs: orElse(
          cites.flatMap((cite) => refs.get(cite) ?? []),
          author,
        ),
        labels: ['key-judgment'],
      },
      label,
    );
  }
  for (const { id, from, to, type, at, rationale } of dossier.links) {
    const [source, target] = [refs.get(from.label ?? ''), refs.get(to.label ?? '')];
    const description = rationale ? `${linkWords[type]}: ${visibleText(rationale)}` : linkWords[type];
    const ends = { source_ref: source, target_ref: target, relationship_type: 'related-to', description };
    if (source && target) keep({ type: 'relationship', ...common(at), id: idOf('relationship', id), ...ends });
  }
  const about = dossier.statements.map(({ text, cites }) => `${visibleText(text)} [${cites.join(', ')}]`).join('\n');
  const report = { type: 'report', ...common(dossier.about.openedAt, dossier.asOf), id: idOf('report', `${dossier.about.openedAt} ${dossier.title}`) };
  const told = [...objects.values()].filter(({ type }) => type !== 'marking-definition').map(({ id }) => id);
  keep({ ...report, name: visibleText(dossier.title), report_types: ['observed-data'], published: dossier.asOf, object_refs: told, ...described(about) });
  return { type: 'bundle', id: idOf('bundle', canonicalJson([...objects.keys()])), objects: [...objects.values()] };
}

type Common = (made: string, changed?: string) => object;

/** The file with its digest, and the address it was taken from, as observed when it was taken in. */
function observed(exhibit: DossierExhibit, common: Common): { readonly observables: readonly StixObject[]; readonly observation: StixObject } {
  const hashes = { 'SHA-256': exhibit.sha256 };
  const named = { hashes, name: visibleText(exhibit.name) };
  const file = { type: 'file', spec_version: '2.1', id: observableId('file', named), ...named, size: exhibit.bytes, mime_type: exhibit.mime };
  const value = exhibit.source?.url ? linkTarget(exhibit.source.url) : null;
  const url = value === null ? [] : [{ type: 'url', spec_version: '2.1', id: observableId('url', { value }), value }];
  const observables = [file, ...url];
  const reliability = exhibit.source?.reliability;
  const observation = {
    type: 'observed-data',
    ...common(exhibit.takenInAt),
    id: idOf('observed-data', exhibit.id),
    first_observed: exhibit.takenInAt,
    last_observed: exhibit.takenInAt,
    number_observed: 1,
    object_refs: observables.map(({ id }) => id),
    labels: ['exhibit', ...(reliability ? [`admiralty-scale:source-reliability="${reliability.toLowerCase()}"`] : [])],
    external_references: [{ source_name: 'Exhibit', external_id: exhibit.label, hashes }],
  };
  return { observables, observation };
}

function claimNote(dossier: RedactedDossier, claim: DossierClaim, common: Common, refs: ReadonlyMap<Label, string>, author: string): StixObject {
  const cited = [...new Set(claim.citations.map(({ label }) => label))];
  const confidence = claim.credibility === null ? null : confidences[claim.credibility];
  const sources = dossier.sources.filter(({ exhibitLabels }) => exhibitLabels.some((label) => cited.includes(label)));
  const references = sources.map(({ title, url, publishedAt }) => {
    const target = url === null ? null : linkTarget(url);
    return {
      source_name: visibleText(title),
      ...described(publishedAt ? `Published ${publishedAt}` : ''),
      ...(target ? { url: target } : { external_id: title }),
    };
  });
  const about = [claim.asserterLabel ?? '', ...cited].flatMap((label) => refs.get(label) ?? []);
  return {
    type: 'note',
    ...common(claim.changedAt),
    id: idOf('note', claim.id),
    abstract: `Claim ${claim.label}`,
    content: visibleText(claim.text),
    authors: [[claim.asserter, ...claim.via].map(visibleText).join(', through ')],
    object_refs: orElse(about, author),
    ...(confidence === null ? {} : { confidence }),
    ...(references.length === 0 ? {} : { external_references: references }),
    labels: ['claim', `finding:${claim.finding}`, ...(claim.credibility ? [`admiralty-scale:information-credibility="${claim.credibility}"`] : [])],
  };
}

function described(text: string): { readonly description?: string } {
  return text === '' ? {} : { description: visibleText(text) };
}
function orElse(refs: readonly string[], other: string): readonly string[] {
  return refs.length === 0 ? [other] : [...new Set(refs)];
}
function idOf(type: string, name: string): string {
  return `${type}--${drawnUuid(`stix ${type} ${name}`)}`;
}
function observableId(type: string, contributing: { readonly [property: string]: unknown }): string {
  return `${type}--${nameUuid(observables, canonicalJson(contributing))}`;
}
