import type { AtRiskMark } from '#shared/domain/evidence/at-risk.ts';

/** Marks under which a picture is not shown until it is asked for: injury and death, and captives as individuals. */
const shieldedMarks: readonly AtRiskMark[] = ['captive', 'graphic'];

export function isShielded(marks: readonly AtRiskMark[]): boolean {
  return marks.some((mark) => shieldedMarks.includes(mark));
}
