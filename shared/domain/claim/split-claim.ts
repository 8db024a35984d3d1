import { done, type Reply } from '#shared/kernel/reply.ts';
import type { CaseRecord } from '../case/case-record.ts';
import type { Change, Op } from '../case/change.ts';
import { actingAnalyst, type EditFacts } from '../case/edit-facts.ts';
import { findObject } from '../case/find-object.ts';
import type { Claim } from './claim.ts';

/**
 * Divides a claim into propositions. The first takes the place of the claim, with everything linked to it; the others are new claims of the same
 * asserter, chain, dates and places in the evidence, and are judged anew: what was found of a whole need not hold of its parts.
 */
export function splitClaim(record: CaseRecord, id: string, texts: readonly string[], facts: EditFacts): Reply<Change> {
  const claim = findObject(record, 'claim', id);
  if (!claim.ok) return claim;
  const [first = claim.value.text, ...others] = texts;
  const unjudged = { workState: 'to-do', finding: 'unassessed', verdict: null, credibility: null } as const;
  const parts = others.map(
    (text): Claim => ({ ...claim.value, ...unjudged, id: facts.newId(), text, madeAt: facts.at, changedAt: facts.at, by: actingAnalyst(record) }),
  );
  const ops: readonly Op[] = [
    { put: 'claims', id: claim.value.id, value: { ...claim.value, text: first, changedAt: facts.at } },
    ...parts.map((value): Op => ({ put: 'claims', id: value.id, value })),
  ];
  return done({ label: 'split-claim', ops, custody: [] });
}
