import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { type Amendments, amend } from '../case/amend.ts';
import { type CaseRecord, kindOf } from '../case/case-record.ts';
import type { Change } from '../case/change.ts';
import type { EditFacts } from '../case/edit-facts.ts';
import { findObject } from '../case/find-object.ts';
import type { Claim } from './claim.ts';

/** Rates a claim: credibility, finding, work state and verdict are kept apart. */
export function rateClaim(
  record: CaseRecord,
  id: string,
  rating: Amendments<Pick<Claim, 'credibility' | 'finding' | 'workState' | 'verdict'>>,
  facts: EditFacts,
): Reply<Change> {
  const kind = kindOf(record, id);
  if (kind !== null && kind !== 'claim') return refused({ kind: 'refused', rule: 'credibility-needs-claim' });
  const claim = findObject(record, 'claim', id);
  if (!claim.ok) return claim;
  return done({ label: 'rate-claim', ops: [{ put: 'claims', id, value: { ...amend(claim.value, rating), changedAt: facts.at } }], custody: [] });
}
