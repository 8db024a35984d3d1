import type { ObjectId } from '#shared/kernel/ids.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { type Amendments, amend } from '../case/amend.ts';
import type { CaseRecord } from '../case/case-record.ts';
import type { Change, Op } from '../case/change.ts';
import type { EditFacts } from '../case/edit-facts.ts';
import { findObject } from '../case/find-object.ts';
import { findOrAddActors } from '../entity/find-or-add-actor.ts';
import { type ClaimInput, putEntities } from './assert-claim.ts';
import type { Claim } from './claim.ts';

export type SharedChanges = Amendments<
  Pick<ClaimInput, 'asserter' | 'act' | 'saidAt' | 'eventAt'> & Pick<Claim, 'credibility' | 'finding' | 'workState' | 'verdict'>
>;

/** Gives several claims the same asserter, act, dates or judgments in one edit. One that cannot have them refuses the whole edit. */
export function editClaims(record: CaseRecord, ids: readonly string[], { asserter, ...plain }: SharedChanges, facts: EditFacts): Reply<Change> {
  const actors = findOrAddActors(record, asserter ? [asserter] : [], facts);
  if (!actors.ok) return actors;
  const asserterId: ObjectId | undefined = actors.value.ids[0];
  const ops: Op[] = [...putEntities(actors.value.added)];
  for (const id of new Set(ids)) {
    const claim = findObject(record, 'claim', id);
    if (!claim.ok) return claim;
    if (asserterId && claim.value.viaIds.includes(asserterId)) {
      return refused({ kind: 'invalid-input', where: 'asserter', reason: 'the asserter cannot relay itself' });
    }
    const value = { ...amend(claim.value, { ...plain, asserterId }), changedAt: facts.at };
    ops.push({ put: 'claims', id: value.id, value });
  }
  return done({ label: 'edit-claims', ops, custody: [] });
}
