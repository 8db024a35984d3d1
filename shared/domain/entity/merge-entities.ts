import type { ObjectId } from '#shared/kernel/ids.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import type { CaseRecord } from '../case/case-record.ts';
import type { Change, Op } from '../case/change.ts';
import type { EditFacts } from '../case/edit-facts.ts';
import { findObject } from '../case/find-object.ts';
import type { Link } from '../link/link.ts';
import { isSymmetric } from '../link/link-sense.ts';
import { foldName } from './fold-name.ts';

/** Ids of everything that a merge would move from one entity to the other, by what it is. */
export type MergePlan = {
  readonly names: readonly string[];
  readonly asserted: readonly string[];
  readonly relayed: readonly string[];
  readonly links: readonly string[];
  /** Links that would lead from the entity to itself, or say what another says already. They are removed. */
  readonly droppedLinks: readonly string[];
  readonly notes: readonly string[];
  readonly plans: readonly string[];
  readonly boards: readonly string[];
  readonly ops: readonly Op[];
};

/** What becomes of the record when `goneId` is found to be `keptId`. Refused where somebody has said that the two are not the same. */
export function planMerge(record: CaseRecord, keptId: string, goneId: string): Reply<MergePlan> {
  const kept = findObject(record, 'entity', keptId);
  const gone = findObject(record, 'entity', goneId);
  if (!kept.ok) return kept;
  if (!gone.ok) return gone;
  if (keptId === goneId) return refused({ kind: 'refused', rule: 'merge-with-itself' });
  const touches = (link: Link) => link.fromId === goneId || link.toId === goneId;
  const between = Object.values(record.links).filter((link) => touches(link) && (link.fromId === keptId || link.toId === keptId));
  if (between.some((link) => link.type === 'not-same-as')) return refused({ kind: 'refused', rule: 'kept-apart' });

  const now = (id: ObjectId): ObjectId => (id === goneId ? kept.value.id : id);
  const once = (ids: readonly ObjectId[]): readonly ObjectId[] => [...new Set(ids.map(now))];
  const known = new Set(kept.value.names.map(foldName));
  const names = [...kept.value.names, ...gone.value.names.filter((name) => !known.has(foldName(name)))].slice(0, 50);
  const claims = Object.values(record.claims).filter((claim) => claim.asserterId === goneId || claim.viaIds.some((via) => via === goneId));
  const touched = Object.values(record.links).filter(touches);
  const told = new Set(Object.values(record.links).flatMap((link) => (touches(link) ? [] : [...readings(link)])));
  const dropped: Link[] = [];
  const moved: Link[] = [];
  for (const link of touched) {
    const next = { ...link, fromId: now(link.fromId), toId: now(link.toId) };
    if (next.fromId === next.toId || readings(next).some((reading) => told.has(reading))) dropped.push(link);
    else {
      moved.push(next);
      for (const reading of readings(next)) told.add(reading);
    }
  }
  const mention = `[[${goneId}]]`;
  const notes = Object.values(record.notes).filter((note) => note.aboutIds.some((id) => id === goneId) || note.text.includes(mention));
  const plans = Object.values(record.dossiers).filter((plan) => plan.statements.some((statement) => statement.citeIds.some((id) => id === goneId)));
  const boards = Object.values(record.boards).filter((board) => board.ids?.some((id) => id === goneId) || board.places.some((place) => place.id === goneId));
  const filters = Object.values(record.filters).filter((filter) => filter.conditions.asserterId === goneId);
  const ops: readonly Op[] = [
    {
      put: 'entities',
      id: keptId,
      value: {
        ...kept.value,
        names,
        roleOnly: kept.value.roleOnly ?? gone.value.roleOnly,
        ...((kept.value.place ?? gone.value.place) ? { place: kept.value.place ?? gone.value.place } : {}),
      },
    } as Op,
    ...claims.map((claim): Op => {
      const asserterId = now(claim.asserterId);
      const viaIds = once(claim.viaIds).filter((id) => id !== asserterId);
      return { put: 'claims', id: claim.id, value: { ...claim, asserterId, viaIds } };
    }),
    ...moved.map((link): Op => ({ put: 'links', id: link.id, value: link })),
    ...dropped.map((link): Op => ({ del: 'links', id: link.id })),
    ...notes.map(
      (note): Op => ({ put: 'notes', id: note.id, value: { ...note, aboutIds: once(note.aboutIds), text: note.text.replaceAll(mention, `[[${keptId}]]`) } }),
    ),
    ...plans.map(
      (plan): Op => ({
        put: 'dossiers',
        id: plan.id,
        value: { ...plan, statements: plan.statements.map((statement) => ({ ...statement, citeIds: once(statement.citeIds) })) },
      }),
    ),
    ...boards.map((board): Op => {
      const has = board.places.some((place) => place.id === keptId);
      const places = has ? board.places.filter((place) => place.id !== goneId) : board.places.map((place) => ({ ...place, id: now(place.id) }));
      return { put: 'boards', id: board.id, value: { ...board, ids: board.ids && once(board.ids), places } };
    }),
    ...filters.map((filter): Op => ({ put: 'filters', id: filter.id, value: { ...filter, conditions: { ...filter.conditions, asserterId: kept.value.id } } })),
    { del: 'entities', id: goneId },
  ];
  return done({
    names,
    asserted: claims.filter((claim) => claim.asserterId === goneId).map((claim) => claim.id),
    relayed: claims.filter((claim) => claim.viaIds.some((via) => via === goneId)).map((claim) => claim.id),
    links: moved.map((link) => link.id),
    droppedLinks: dropped.map((link) => link.id),
    notes: notes.map((note) => note.id),
    plans: plans.map((plan) => plan.id),
    boards: boards.map((board) => board.id),
    ops,
  });
}

/** Makes two entities one, in a single edit that undo takes back whole. */
export function mergeEntities(record: CaseRecord, keptId: string, goneId: string, _facts: EditFacts): Reply<Change> {
  const plan = planMerge(record, keptId, goneId);
  return plan.ok ? done({ label: 'merge-entities', ops: plan.value.ops, custody: [] }) : plan;
}

/** What a link says, for finding one that says the same. */
function readings({ fromId, type, toId }: Link): readonly string[] {
  return isSymmetric(type) ? [`${fromId} ${type} ${toId}`, `${toId} ${type} ${fromId}`] : [`${fromId} ${type} ${toId}`];
}
