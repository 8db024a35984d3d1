import { newestMoment } from './compose-dossier.ts';
import type { ComposedDossier } from './composed-dossier.ts';
import type { Citation, DossierActor, DossierContent, DossierNote, Endpoint, Label, Withheld } from './dossier-content.ts';
import type { RedactedDossier } from './redacted-dossier.ts';
import { needlesOf, scrubber } from './scrub-text.ts';

/** Exhibits that a profile leaves out, in the order they were taken in, with the id for the team's own screen. */
export function listWithheld({ content }: ComposedDossier): readonly (Withheld & { readonly id: string })[] {
  if (content.profile !== 'public') return [];
  const held = content.exhibits.filter((exhibit) => exhibit.atRisk.length > 0);
  return held.map(({ id, atRisk }, index) => ({ label: `W${index + 1}`, id, reasons: [...atRisk].sort() }));
}

/**
 * The redaction gate, and the only maker of a {@link RedactedDossier}. `team` and `court` get everything, with its marks.
 * `public` gets no exhibit that bears a mark of people at risk: not its name, hash, source, quotes, regions or custody; and
 * people whose role stands for them appear by that role only. See README.md for each decision.
 */
export function applyRedactions(dossier: ComposedDossier): RedactedDossier {
  if (dossier.content.profile !== 'public') return dossier.content as RedactedDossier;
  const withheld = listWithheld(dossier);
  const kept = leaveOut(dossier, withheld);
  const scrubbed = mapTexts(kept, scrubber(needlesOf(dossier, (id) => withheld.find((item) => item.id === id)?.label ?? null)));
  return { ...scrubbed, asOf: newestMoment(scrubbed) } as RedactedDossier;
}

function leaveOut({ content, guarded }: ComposedDossier, withheld: readonly (Withheld & { readonly id: string })[]): DossierContent {
  const outById = new Map(withheld.map(({ id, label }) => [id, label]));
  const outByLabel = new Map(content.exhibits.flatMap(({ id, label }) => (outById.has(id) ? [[label, outById.get(id) ?? ''] as const] : [])));
  const guardedIds = new Set([...guarded.exhibits, ...guarded.sources, ...guarded.people].map(({ id }) => id));
  const relabel = (label: Label) => outByLabel.get(label) ?? label;
  const cite = (citation: Citation): Citation => (outByLabel.has(citation.label) ? { label: relabel(citation.label), place: { sort: 'withheld' } } : citation);
  const end = (endpoint: Endpoint): Endpoint => shade(endpoint, outById, guarded);
  const citesWithheld = (label: Label) =>
    content.claims.some(
      (claim) => claim.label === label && [...claim.citations, ...claim.related.map(({ other }) => other)].some((at) => at.label && outByLabel.has(at.label)),
    );
  const mayLeave = (note: DossierNote) => {
    const subjects = guarded.noteSubjects[note.id] ?? [];
    if (subjects.length === 0 || subjects.some((id) => guardedIds.has(id))) return false;
    return !content.claims.some((claim) => subjects.includes(claim.id) && citesWithheld(claim.label));
  };
  const notes = content.notes.filter(mayLeave);
  const noteLabels = new Set(notes.map(({ label }) => label));
  const links = content.links.filter(({ from, to }) => [from, to].every(({ label }) => !label?.startsWith('N') || noteLabels.has(label)));
  const linkLabels = new Set(links.map(({ label }) => label));
  const custody = content.custody.filter((entry) => entry.label === null || !outByLabel.has(entry.label));
  const sourcesOut = new Set(guarded.sources.map(({ title }) => title));
  return {
    ...content,
    statements: content.statements.map((statement) => ({ ...statement, cites: statement.cites.map(relabel) })),
    exhibits: content.exhibits
      .filter(({ label }) => !outByLabel.has(label))
      .map((exhibit) => ({
        ...exhibit,
        derivedFrom: exhibit.derivedFrom && { ...exhibit.derivedFrom, label: relabel(exhibit.derivedFrom.label) },
        source: exhibit.source && {
          ...exhibit.source,
          origin: exhibit.source.origin !== null && sourcesOut.has(exhibit.source.origin) ? null : exhibit.source.origin,
        },
      })),
    claims: content.claims.map((claim) => ({
      ...claim,
      citations: withheldOnce(claim.citations.map(cite)),
      related: claim.related.filter(({ link }) => linkLabels.has(link)).map((related) => ({ ...related, other: end(related.other) })),
    })),
    links: links.map((link) => ({ ...link, from: end(link.from), to: end(link.to), citation: link.citation && cite(link.citation) })),
    notes: notes.map((note) => ({
      ...note,
      about: note.about.map(end),
      runs: note.runs.map((run) => ('cite' in run && run.cite.startsWith('N') && !noteLabels.has(run.cite) ? { text: '[a note of the team]' } : run)),
    })),
    notesLeftOut: content.notes.length - notes.length,
    actors: content.actors.map((actor) => byRole(actor, guarded)),
    custody,
    custodyLeftOut: content.custodyLeftOut + content.custody.length - custody.length,
    withheld: withheld.map(({ label, reasons }) => ({ label, reasons })),
  };
}

/** How often and where a claim points into a withheld exhibit is not told: one citation stands for all. */
function withheldOnce(citations: readonly Citation[]): readonly Citation[] {
  return citations.filter(({ label, place }, index) => place.sort !== 'withheld' || citations.findIndex((other) => other.label === label) === index);
}

/** An end of a link without what must not be known of it. */
function shade(endpoint: Endpoint, outById: ReadonlyMap<string, Label>, guarded: ComposedDossier['guarded']): Endpoint {
  if (endpoint.id === null) return endpoint;
  const withheld = outById.get(endpoint.id);
  if (withheld) return { id: null, label: withheld, name: '' };
  if (guarded.exhibits.some(({ id }) => id === endpoint.id)) return { id: null, label: null, name: '[withheld]' };
  const source = guarded.sources.find(({ id }) => id === endpoint.id);
  if (source) return { id: null, label: null, name: `source of ${source.exhibitIds.flatMap((id) => outById.get(id) ?? []).join(', ') || 'a withheld item'}` };
  const person = guarded.people.find(({ id }) => id === endpoint.id);
  return person ? { id: null, label: null, name: person.role } : endpoint;
}

function byRole(actor: DossierActor, { people }: ComposedDossier['guarded']): DossierActor {
  const person = people.find(({ id }) => id === actor.id);
  return person ? { ...actor, name: person.role, otherNames: [], byRole: true } : actor;
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
    ['atRisk', 'reasons', 'warnings', 'has', 'lacks', 'action', 'sha256', 'blob', 'language'],
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
