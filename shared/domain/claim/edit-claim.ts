import type { ObjectId } from '#shared/kernel/ids.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { type Amendments, amend } from '../case/amend.ts';
import type { CaseRecord } from '../case/case-record.ts';
import type { Change } from '../case/change.ts';
import type { EditFacts } from '../case/edit-facts.ts';
import { findObject } from '../case/find-object.ts';
import { findOrAddActors } from '../entity/find-or-add-actor.ts';
import { checkAnchors } from '../evidence/check-anchors.ts';
import { type ClaimInput, putEntities } from './assert-claim.ts';

/** Changes a claim's words, chain, dates or anchors. Ratings are changed by `rateClaim`. */
export function editClaim(record: CaseRecord, id: string, changes: Amendments<ClaimInput>, facts: EditFacts): Reply<Change> {
  const claim = findObject(record, 'claim', id);
  if (!claim.ok) return claim;
  const bad = checkAnchors(record, changes.anchors ?? []);
  if (bad) return bad;
  const asserter = changes.asserter ?? { id: claim.value.asserterId };
  const via = changes.via ?? claim.value.viaIds.map((viaId) => ({ id: viaId }));
  const actors = findOrAddActors(record, [asserter, ...via], facts);
  if (!actors.ok) return actors;
  const [asserterId, ...viaIds] = actors.value.ids as readonly [ObjectId, ...ObjectId[]];
  if (viaIds.includes(asserterId)) return refused({ kind: 'invalid-input', where: 'via', reason: 'the asserter cannot relay itself' });
  const { asserter: _asserter, via: _via, ...plain } = changes;
  const value = { ...amend(claim.value, plain), asserterId, viaIds, changedAt: facts.at };
  return done({ label: 'edit-claim', ops: [...putEntities(actors.value.added), { put: 'claims', id, value }], custody: [] });
}
