import { findings, workStates } from '#shared/domain/claim/claim.ts';
import { claimGroupings } from '#shared/domain/claim/kept-filter.ts';
import { credibilityGrades } from '#shared/domain/rating/admiralty.ts';
import type { Given, OptionSpec } from '../../command.ts';

/** Which claims, and how they are gathered: the same for a kept filter and for the ledger itself. */
export const conditionOptions: { readonly [name: string]: OptionSpec } = {
  match: { takes: 'WORDS', about: 'words in the claim or in the names of its chain' },
  asserter: { takes: 'ID', about: 'asserted by this entity' },
  evidence: { takes: 'ID', about: 'rests on this evidence' },
  finding: { takes: findings.join('|'), about: 'of this finding' },
  state: { takes: workStates.join('|'), about: 'of this work state' },
  credibility: { takes: credibilityGrades.join('|'), about: 'of this credibility' },
  'without-evidence': { takes: null, about: 'resting on nothing' },
  'in-conflict': { takes: null, about: 'contradicted by something' },
  group: { takes: claimGroupings.join('|'), about: 'what the lines are gathered by' },
};

/** The conditions that were stated, and no others. */
export function conditionsIn(given: Given): { readonly [condition: string]: unknown } {
  const conditions = {
    match: given.option('match'),
    asserterId: given.option('asserter'),
    evidenceId: given.option('evidence'),
    finding: given.option('finding'),
    workState: given.option('state'),
    credibility: given.option('credibility'),
    withoutEvidence: given.option('without-evidence') === undefined ? undefined : true,
    inConflict: given.option('in-conflict') === undefined ? undefined : true,
  };
  return Object.fromEntries(Object.entries(conditions).filter(([, value]) => value !== undefined));
}
