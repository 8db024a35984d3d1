import type { Commands } from '#shared/contract/contract.ts';
import type { Sent } from '#shared/contract/message.ts';
import { type Finding, findings, type SpeechAct, speechActs, type WorkState, workStates } from '#shared/domain/claim/claim.ts';
import { credibilityGrades } from '#shared/domain/rating/admiralty.ts';
import { credibilityText, findingTerms, speechActTerms, workStateTerms } from '#shared/wording/english/terms.ts';
import { claimsWords } from '#shared/wording/english/views/claims-words.ts';
import { type Actor, actorInput, nobody } from '../../components/actor-field/actor-field.tsx';
import { dateIsValid, dateOf } from '../../components/date-field/date-of.ts';

type AsIs = 'as-is';
type Grade = (typeof credibilityGrades)[number];
/** A change to several claims while it is chosen: `as-is` and empty fields change nothing. */
export type SharedDraft = {
  readonly asserter: Actor;
  readonly act: SpeechAct | AsIs;
  readonly saidAt: string;
  readonly eventAt: string;
  readonly credibility: Grade | 'none' | AsIs;
  readonly finding: Finding | AsIs;
  readonly workState: WorkState | AsIs;
};
export const nothingChanged: SharedDraft = {
  asserter: nobody,
  act: 'as-is',
  saidAt: '',
  eventAt: '',
  credibility: 'as-is',
  finding: 'as-is',
  workState: 'as-is',
};

export const asIs = { value: 'as-is', label: claimsWords.marks.asIs } as const;
export const findingChoices = [asIs, ...findings.map((value) => ({ value, label: findingTerms[value].label, detail: findingTerms[value].meaning }))];
export const stateChoices = [asIs, ...workStates.map((value) => ({ value, label: workStateTerms[value] }))];
export const actChoices = [asIs, ...speechActs.map((value) => ({ value, label: speechActTerms[value] }))];
export const gradeChoices = [
  asIs,
  { value: 'none', label: claimsWords.detail.notRated } as const,
  ...credibilityGrades.map((value) => ({ value, label: credibilityText(value) })),
];

type Changes = Omit<Sent<Commands['claims/edit-many']>, 'ids'>;

/** What the command is to change; `null` while nothing is chosen, or a date is not one. */
export function sharedChanges(draft: SharedDraft): Changes | null {
  if (!dateIsValid(draft.saidAt) || !dateIsValid(draft.eventAt)) return null;
  const asserter = actorInput(draft.asserter);
  const changes: Changes = {
    ...(asserter && { asserter }),
    ...(draft.act !== 'as-is' && { act: draft.act }),
    ...(draft.saidAt.trim() && { saidAt: dateOf(draft.saidAt) }),
    ...(draft.eventAt.trim() && { eventAt: dateOf(draft.eventAt) }),
    ...(draft.credibility !== 'as-is' && { credibility: draft.credibility === 'none' ? null : draft.credibility }),
    ...(draft.finding !== 'as-is' && { finding: draft.finding }),
    ...(draft.workState !== 'as-is' && { workState: draft.workState }),
  };
  return Object.keys(changes).length === 0 ? null : changes;
}
