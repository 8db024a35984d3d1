import { newestMoment, statementsOf } from './compose-dossier.ts';
import type { ComposedDossier, Guarded } from './composed-dossier.ts';
import type { Citation, DossierActor, DossierCheckpoint, DossierContent, DossierNote, DossierStatement, Endpoint, Label, Withheld } from './dossier-content.ts';
import { type Policy, policies } from './policies.ts';
import type { RedactedDossier } from './redacted-dossier.ts';
import { edgeScrubber, needlesOf, scrubber } from './scrub-text.ts';

/** Whether the profile of a dossier holds back what bears a mark of people at risk. */
export function marksOut({ content }: ComposedDossier): boolean {
  return policies[content.profile].marked === 'held-back';
}

/** Exhibits that a profile leaves out, in the order they were taken in, with the id for the team's own screen. */
export function listWithheld(dossier: ComposedDossier): readonly (Withheld & { readonly id: string })[] {
  if (!marksOut(dossier)) return [];
  const { content, overridden } = dossier;
  const held = content.exhibits.filter((exhibit) => exhibit.atRisk.length > 0 && !overridden.includes(exhibit.id));
  return held.map(({ id, atRisk, label, kind, legalBasis }, index) => ({
    label: `W${index + 1}`,
    id,
    kind,
    reasons: [...atRisk].sort(),
    basisStated: (legalBasis ?? '').trim() !== '',
    commitment: null,
    shownAs: content.exhibits.flatMap((copy) => (copy.redaction && copy.derivedFrom?.label === label && copy.atRisk.length === 0 ? [copy.label] : [])),
  }));
}

/**
 * The redaction gate, and the only maker of a {@link RedactedDossier}. What each profile lets out is the table in policies.ts. Under one that
 * holds marked exhibits back, nothing of them is told: not name, hash, source, quotes, regions or custody; and under one that tells people by
 * role, those whose role stands for them appear by it only. See README.md for each decision.
 */
export function applyRedactions(dossier: ComposedDossier): RedactedDossier {
  const policy = policies[dossier.content.profile];
  const withheld = listWithheld(dossier);
  const guarded = heldBack(dossier);
  const kept = leaveOut({ content: dossier.content, guarded }, withheld, policy);
  const needles = needlesOf(dossier.content, guarded, (id) => withheld.find((item) => item.id === id)?.label ?? null);
  const scrubbed = shortened(mapTexts(mapQuotes(kept, edgeScrubber(needles)), scrubber(needles)));
  return { ...scrubbed, asOf: newestMoment(scrubbed) } as RedactedDossier;
}

/** What of all that is guarded this profile does guard. */
function heldBack({ content, guarded }: ComposedDossier): Guarded {
  const { marked, people, livingPlaces } = policies[content.profile];
  const held = marked === 'held-back';
  return {
    exhibits: held ? guarded.exhibits : [],
    sources: held ? guarded.sources : [],
    people: people === 'by-role' ? guarded.people : [],
    places: livingPlaces === 'held-back' ? guarded.places : [],
    noteSubjects: guarded.noteSubjects,
  };
}

/** The dossier with the checkpoint its custody is proven under: numbers and digests, and names that {@link holdsBack} has been asked about. */
export function underCheckpoint(dossier: RedactedDossier, checkpoint: DossierCheckpoint): RedactedDossier {
  return { ...dossier, checkpoint };
}

/** The dossier with who has read it as it is: a name that {@link holdsBack} has been asked about. */
export function reviewedBy(dossier: RedactedDossier, review: NonNullable<DossierContent['review']>): RedactedDossier {
  return { ...dossier, review };
}

/** The dossier with a commitment to each thing it withholds, by the label of that. */
export function underCommitments(dossier: RedactedDossier, commitments: ReadonlyMap<Label, string>): RedactedDossier {
  return { ...dossier, withheld: dossier.withheld.map((item) => ({ ...item, commitment: commitments.get(item.label) ?? null })) };
}

/** Whether a text holds words that this dossier must not tell; what does cannot be shown as it was signed. */
export function holdsBack(dossier: ComposedDossier): (text: string) => boolean {
  const clean = scrubber(needlesOf(dossier.content, heldBack(dossier), () => null));
  return (text) => clean(text) !== text;
}

type Held = { readonly content: DossierContent; readonly guarded: Guarded };

function leaveOut({ content, guarded }: Held, withheld: readonly (Withheld & { readonly id: string })[], policy: Policy): DossierContent {
  const outById = new Map(withheld.map(({ id, label }) => [id, label]));
  const outByLabel = new Map(content.exhibits.flatMap(({ id, label }) => (outById.has(id) ? [[label, outById.get(id) ?? ''] as const] : [])));
  const unnamed = guarded.places.filter(({ named }) => !named);
  const guardedIds = new Set([...guarded.exhibits, ...guarded.sources, ...guarded.people, ...unnamed].map(({ id }) => id));
  /** What is said of something that is held back would describe it; people by role and where they are go by other names only. */
  const describes = new Set([...guarded.exhibits, ...guarded.sources, ...unnamed].map(({ id }) => id));
  const pointsHeld = new Set(guarded.places.map(({ id }) => id));
  const relabel = (label: Label) => outByLabel.get(label) ?? label;
  const recite = <T extends DossierStatement>(statement: T): T => ({ ...statement, cites: [...new Set(statement.cites.map(relabel))] });
  const cite = (citation: Citation): Citation => (outByLabel.has(citation.label) ? { label: relabel(citation.label), place: { sort: 'withheld' } } : citation);
  const end = (endpoint: Endpoint): Endpoint => shade(endpoint, outById, guarded);
  const citesWithheld = (label: Label) =>
    content.claims.some(
      (claim) => claim.label === label && [...claim.citations, ...claim.related.map(({ other }) => other)].some((at) => at.label && outByLabel.has(at.label)),
    );
  const mayLeave = (note: DossierNote) => {
    if (policy.notes !== 'harmless') return policy.notes === 'all';
    const subjects = guarded.noteSubjects[note.id] ?? [];
    if (subjects.length === 0 || subjects.some((id) => guardedIds.has(id))) return false;
    return !content.claims.some((claim) => subjects.includes(claim.id) && citesWithheld(claim.label));
  };
  const notes = content.notes.filter(mayLeave);
  const noteLabels = new Set(notes.map(({ label }) => label));
  const claims = content.claims.filter((claim) => policy.givenUp || claim.workState !== 'cancelled' || isCited(content, claim.label));
  const claimLabels = new Set(claims.map(({ label }) => label));
  const isTold = (label: Label | null) => !(label?.startsWith('N') && !noteLabels.has(label)) && !(label?.startsWith('C') && !claimLabels.has(label));
  const links = content.links.filter(({ from, to }) => isTold(from.label) && isTold(to.label));
  const linkLabels = new Set(links.map(({ label }) => label));
  const custody = content.custody.filter((entry) => entry.label === null || !outByLabel.has(entry.label));
  const sourcesOut = new Set(guarded.sources.map(({ title }) => title));
  const sourceLabelsOut = new Set<Label | null>(content.sources.flatMap(({ id, label }) => (guardedIds.has(id) ? [label] : [])));
  const places = content.places.filter(({ id }) => id === null || !pointsHeld.has(id));
  return {
    ...content,
    statements: content.statements.map(recite),
    judgments: content.judgments.map(recite),
    sections: content.sections.map((section) => ({ ...section, statements: section.statements.map(recite) })),
    alternatives: content.alternatives.map(recite),
    exhibits: content.exhibits
      .filter(({ label }) => !outByLabel.has(label))
      .map((exhibit) => ({
        ...exhibit,
        citedBy: exhibit.citedBy.filter(isTold),
        derivedFrom: exhibit.derivedFrom && { ...exhibit.derivedFrom, label: relabel(exhibit.derivedFrom.label) },
        source:
          exhibit.source === null || sourceLabelsOut.has(exhibit.source.label)
            ? null
            : { ...exhibit.source, origin: exhibit.source.origin !== null && sourcesOut.has(exhibit.source.origin) ? null : exhibit.source.origin },
      })),
    claims: claims.map((claim) => ({
      ...claim,
      citations: withheldOnce(claim.citations.map(cite)),
      related: claim.related.filter(({ link }) => linkLabels.has(link)).map((related) => ({ ...related, other: end(related.other) })),
    })),
    conflicts: content.conflicts.filter(({ left, right }) => isTold(left) && isTold(right)),
    links: links.map((link) => ({
      ...link,
      ...{ from: end(link.from), to: end(link.to), citation: link.citation && cite(link.citation) },
      rationale: [link.from, link.to].some(({ id }) => id !== null && describes.has(id)) ? null : link.rationale,
    })),
    notes: notes.map((note) => ({
      ...note,
      about: note.about.filter(({ label }) => isTold(label)).map(end),
      runs: note.runs.map((run) => ('cite' in run && run.cite.startsWith('N') && !noteLabels.has(run.cite) ? { text: '[a note of the team]' } : run)),
    })),
    notesLeftOut: content.notes.length - notes.length,
    claimsLeftOut: content.claims.length - claims.length,
    actors: content.actors.map((actor) => toldActor(byRole(actor, guarded), isTold)),
    sources: content.sources
      .filter(({ id }) => !guardedIds.has(id))
      .map((source) => ({
        ...source,
        ...(sourcesOut.has(source.origin ?? '') ? { origin: null, originLabel: null } : {}),
        exhibitLabels: source.exhibitLabels.filter((label) => !outByLabel.has(label)),
      })),
    custody,
    custodyLeftOut: content.custodyLeftOut + content.custody.length - custody.length,
    places,
    placesLeftOut: content.places.length - places.length,
    withheld: withheld.map(({ id: _, ...told }) => told),
    style: guarded.exhibits.some(({ id }) => id === content.style.logoId) ? { ...content.style, logoId: null } : content.style,
  };
}

function isCited({ claims, ...told }: DossierContent, label: Label): boolean {
  const carries = claims.some((claim) => claim.label !== label && claim.workState !== 'cancelled' && claim.related.some(({ other }) => other.label === label));
  return carries || statementsOf(told).some(({ cites }) => cites.includes(label));
}

function toldActor(actor: DossierActor, isTold: (label: Label) => boolean): DossierActor {
  return { ...actor, asserts: actor.asserts.filter(isTold), relays: actor.relays.filter(isTold) };
}

/** How often and where a claim points into a withheld exhibit is not told: one citation stands for all. */
function withheldOnce(citations: readonly Citation[]): readonly Citation[] {
  return citations.filter(({ label, place }, index) => place.sort !== 'withheld' || citations.findIndex((other) => other.label === label) === index);
}

/** An end of a link without what must not be known of it. */
function shade(endpoint: Endpoint, outById: ReadonlyMap<string, Label>, guarded: Guarded): Endpoint {
  if (endpoint.id === null) return endpoint;
  const withheld = outById.get(endpoint.id);
  if (withheld) return { id: null, label: withheld, name: '' };
  if (guarded.exhibits.some(({ id }) => id === endpoint.id)) return { id: null, label: null, name: '[withheld]' };
  const source = guarded.sources.find(({ id }) => id === endpoint.id);
  if (source) return { id: null, label: null, name: `source of ${source.exhibitIds.flatMap((id) => outById.get(id) ?? []).join(', ') || 'a withheld item'}` };
  const role = roleOf(endpoint.id, guarded);
  return role === null ? endpoint : { id: null, label: endpoint.label, name: role };
}

function byRole(actor: DossierActor, guarded: Guarded): DossierActor {
  const role = actor.id === null ? null : roleOf(actor.id, guarded);
  return role === null ? actor : { ...actor, id: null, name: role, otherNames: [], byRole: true };
}

/** What stands for a name that is held back; null for one that may be told. */
function roleOf(id: string, { people, places }: Guarded): string | null {
  const place = places.some((each) => each.id === id && !each.named) ? '[withheld place]' : null;
  return people.find((person) => person.id === id)?.role ?? place;
}

/** Ends of links are told in few words: cut only now, when nothing that is held back stands in them any more. */
function shortened(content: DossierContent): DossierContent {
  const short = (end: Endpoint): Endpoint => (end.name.length > longestEnd ? { ...end, name: `${[...end.name].slice(0, longestEnd - 1).join('')}…` } : end);
  return {
    ...content,
    claims: content.claims.map((claim) => ({ ...claim, related: claim.related.map((related) => ({ ...related, other: short(related.other) })) })),
    links: content.links.map((link) => ({ ...link, from: short(link.from), to: short(link.to) })),
    notes: content.notes.map((note) => ({ ...note, about: note.about.map(short) })),
  };
}
const longestEnd = 160;

/** The surroundings of quotes end where the text was cut, which may be inside a name. */
function mapQuotes(content: DossierContent, trim: (text: string) => string): DossierContent {
  const trimmed = (citation: Citation): Citation =>
    citation.place.sort === 'quote'
      ? { ...citation, place: { ...citation.place, prefix: trim(citation.place.prefix), suffix: trim(citation.place.suffix) } }
      : citation;
  return {
    ...content,
    claims: content.claims.map((claim) => ({ ...claim, citations: claim.citations.map(trimmed) })),
    links: content.links.map((link) => ({ ...link, citation: link.citation && trimmed(link.citation) })),
  };
}

/** Keys whose values are numbers, codes or digests of this program, never words of the case. */
const codes = new Set(
  [
    'label',
    'id',
    'evidenceId',
    'link',
    'left',
    'right',
    'cite',
    'cites',
    'citedBy',
    'asserts',
    'relays',
    'profile',
    'asOf',
    'openedAt',
    'takenInAt',
    'madeAt',
  ].concat(
    ['changedAt', 'at', 'kind', 'role', 'mime', 'type', 'act', 'finding', 'workState', 'verdict', 'credibility', 'reliability', 'grade', 'sort', 'direction'],
    ['precision', 'atRisk', 'reasons', 'warnings', 'has', 'lacks', 'action', 'sha256', 'blob', 'language'],
    ['asserterLabel', 'viaLabels', 'originLabel', 'exhibitLabels', 'commitment', 'shownAs', 'likelihood', 'confidence', 'template', 'accent', 'font', 'logoId'],
  ),
);

/** The same value with `change` applied to every text in it that can hold words of the case. */
function mapTexts<T>(value: T, change: (text: string) => string): T;
function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item: unknown) => mapTexts(item, change));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, codes.has(key) ? item : mapTexts<unknown>(item, change)]));
}
