import { type CaseRecord, kindOf } from '#shared/domain/case/case-record.ts';
import type { Claim } from '#shared/domain/claim/claim.ts';
import type { Entity } from '#shared/domain/entity/entity.ts';
import type { EvidenceItem } from '#shared/domain/evidence/evidence-item.ts';
import type { Link } from '#shared/domain/link/link.ts';
import type { Note } from '#shared/domain/note/note.ts';
import type { Source } from '#shared/domain/source/source.ts';
import type { Endpoint, Label } from './dossier-content.ts';
import { marksIn } from './marks-of.ts';
import { referencesIn } from './note-references.ts';
import { citedBy, type PlanToTell } from './plan-to-tell.ts';

/** What of a case a plan tells, each thing with its number. */
export type Numbered = {
  readonly record: CaseRecord;
  readonly evidence: readonly EvidenceItem[];
  readonly claims: readonly Claim[];
  readonly links: readonly Link[];
  readonly notes: readonly Note[];
  readonly sources: readonly Source[];
  readonly actors: readonly Entity[];
  readonly labels: ReadonlyMap<string, Label>;
  /** The marks an item bears or has from what it was made from. */
  readonly marksOf: (item: EvidenceItem) => EvidenceItem['atRisk'];
};

const byTime =
  <T extends { readonly id: string }>(timeOf: (item: T) => string) =>
  (a: T, b: T) => {
    const [left, right] = [`${timeOf(a)} ${a.id}`, `${timeOf(b)} ${b.id}`];
    return left < right ? -1 : left > right ? 1 : 0;
  };

/** Picks what the plan asks for and numbers it: exhibits in the order they were taken in, all else in the order it was made. */
export function numberObjects(record: CaseRecord, plan: PlanToTell): Numbered {
  const claims = Object.values(record.claims)
    .filter((claim) => plan.claimIds === null || plan.claimIds.includes(claim.id))
    .sort(byTime((claim) => claim.madeAt));
  const told = plan.claimIds === null ? null : idsTold(record, plan, claims);
  const evidence = Object.values(record.evidence)
    .filter((item) => told === null || told.has(item.id))
    .sort(byTime((item) => item.takenInAt));
  const notes = Object.values(record.notes)
    .filter((note) => told === null || [...note.aboutIds, ...referencesIn(note.text)].some((id) => told.has(id)))
    .sort(byTime((note) => note.madeAt));
  const present = told && new Set([...told, ...notes.map((note) => note.id)]);
  const links = Object.values(record.links)
    .filter((link) => (present === null ? kindOf(record, link.fromId) && kindOf(record, link.toId) : present.has(link.fromId) && present.has(link.toId)))
    .sort(byTime((link) => link.at));
  const sources = sourcesTold(record, evidence, links);
  const actors = actorsTold(record, claims, links);
  const labels = new Map<string, Label>([
    ...label('E', evidence),
    ...label('C', claims),
    ...label('L', links),
    ...label('N', notes),
    ...label('R', sources),
    ...label('P', actors),
  ]);
  return { record, evidence, claims, links, notes, sources, actors, labels, marksOf: marksIn(record) };
}

/** Sources of the exhibits, those at an end of a link, and whom they relay. */
function sourcesTold(record: CaseRecord, evidence: readonly EvidenceItem[], links: readonly Link[]): readonly Source[] {
  const ids = new Set<string>([...evidence.map(({ sourceId }) => sourceId), ...links.flatMap(({ fromId, toId }) => [fromId, toId])]);
  // A set that grows while it is walked: an origin can relay somebody too.
  for (const id of ids) {
    const originId = record.sources[id]?.originId;
    if (originId) ids.add(originId);
  }
  return [...ids].flatMap((id) => record.sources[id] ?? []).sort(byTime((source) => source.addedAt));
}

/** Who asserts or relays a claim, and who or what stands at an end of a link. */
function actorsTold(record: CaseRecord, claims: readonly Claim[], links: readonly Link[]): readonly Entity[] {
  const ids = new Set<string>([...claims.flatMap(({ asserterId, viaIds }) => [asserterId, ...viaIds]), ...links.flatMap(({ fromId, toId }) => [fromId, toId])]);
  return [...ids].flatMap((id) => record.entities[id] ?? []).sort(byTime((entity) => entity.addedAt));
}

function label(letter: string, items: readonly { readonly id: string }[]): readonly (readonly [string, Label])[] {
  return items.map((item, index) => [item.id, `${letter}${index + 1}`]);
}

/** Everything a selection of claims brings along: the evidence they and the summary rest on, its lineage and sources, and who speaks. */
function idsTold(record: CaseRecord, plan: PlanToTell, claims: readonly Claim[]): ReadonlySet<string> {
  const ids = new Set<string>(claims.map((claim) => claim.id));
  const claimIds = new Set(ids);
  for (const claim of claims) for (const id of [claim.asserterId, ...claim.viaIds, ...claim.anchors.map((anchor) => anchor.evidenceId)]) ids.add(id);
  for (const link of Object.values(record.links)) {
    const other = claimIds.has(link.fromId) ? link.toId : claimIds.has(link.toId) ? link.fromId : null;
    if (other !== null && Object.hasOwn(record.evidence, other)) ids.add(other);
    if (other !== null && link.anchor) ids.add(link.anchor.evidenceId);
  }
  for (const id of citedBy(plan)) if (Object.hasOwn(record.evidence, id)) ids.add(id);
  for (const id of [...ids])
    for (let item = record.evidence[id]; item?.derivedFrom && !ids.has(item.derivedFrom.evidenceId); ) {
      ids.add(item.derivedFrom.evidenceId);
      item = record.evidence[item.derivedFrom.evidenceId];
    }
  for (const id of [...ids]) {
    const sourceId = record.evidence[id]?.sourceId;
    if (sourceId) ids.add(sourceId);
  }
  return ids;
}

/** How an end of a link is named: by its number, or in words when this dossier does not number it. Whole: what is cut in two is not found by who looks for it. */
export function endpointOf(numbered: Numbered, id: string): Endpoint {
  const { record, labels } = numbered;
  const label = labels.get(id) ?? null;
  const named = record.entities[id]?.names[0] ?? record.sources[id]?.title;
  const numberedName = label === null ? null : (record.evidence[id]?.name ?? record.claims[id]?.text ?? record.notes[id]?.title);
  // What the plan left out is not told by the back door either.
  return { id, label, name: named ?? numberedName ?? (label === null ? '[not in this dossier]' : '') };
}
