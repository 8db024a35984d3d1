import { type Spread, show } from './paired.ts';

/** A figure that was promised. `cause`: why it is missed, when that is known and decided; a miss without one fails the run. */
export type Goal = { readonly id: string; readonly what: string; readonly atMost: number; readonly cause?: string };

export type Verdict = { readonly goal: Goal; readonly lower: number; readonly met: boolean };
const verdicts: Verdict[] = [];

/** Prints a ratio and judges its lower quartile, so that a busy machine alone fails nothing. */
export function judge(goal: Goal, measured: Spread): void {
  const met = measured.lower <= goal.atMost;
  verdicts.push({ goal, lower: measured.lower, met });
  console.log(
    `${goal.id} ${goal.what}: ${show(measured)}; lower quartile ${measured.lower.toPrecision(3)} goal ${goal.atMost} → ${met ? 'met' : `missed${goal.cause ? ` (${goal.cause})` : ''}`}`,
  );
}

/**
 * The table at the end; whether nothing was missed without a known cause. `slack` is by how much a goal may be missed in silence: a short run
 * has too few pairs for its quartiles to settle, so that it only fails for what is plainly another cost.
 */
export function judgement(slack: number): boolean {
  console.log('\ngoal | lower quartile | at most | ');
  for (const { goal, lower, met } of verdicts)
    console.log(`${goal.id} ${goal.what} | ${lower.toPrecision(3)} | ${goal.atMost} | ${met ? 'met' : `missed: ${goal.cause ?? 'cause not known'}`}`);
  const surprises = verdicts.filter(({ met, goal, lower }) => !met && !goal.cause && lower > goal.atMost * slack);
  for (const { goal } of surprises) console.error(`bench: ${goal.id} ${goal.what} is missed, and nobody has said why`);
  return surprises.length === 0;
}

/** How a cost grows: the exponent of a power law through the first and the last size. 0 is flat, 1 grows as the case does. */
export function exponent(sizes: readonly number[], costs: readonly number[]): string {
  const [first, last] = [costs[0] ?? 0, costs.at(-1) ?? 0];
  const [from, to] = [sizes[0] ?? 1, sizes.at(-1) ?? 1];
  return from === to ? 'one size' : `grows as size^${(Math.log(last / first) / Math.log(to / from)).toFixed(2)}`;
}
