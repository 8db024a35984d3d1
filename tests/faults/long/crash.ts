import { crashEverywhere, newCrashCount } from '#tests/harness/crash-check.ts';
import { everyByte, sampled } from '#tests/harness/crash-fates.ts';
import { recordLife } from '#tests/harness/long-session.ts';
import { grouped, type LongRun, type Section, say, timekeeper } from './section.ts';

/** Lives of a case drawn from the seed, each cut at every step in every way, and cut again while it is put right. */
export async function crashes(run: LongRun): Promise<Section> {
  const states = run.count ?? 100_000;
  const recoveryStates = Math.ceil(states / 2);
  const counts = newCrashCount();
  const reached = () => counts.states >= states && counts.recoveryStates >= recoveryStates;
  const outOfTime = timekeeper(
    run.minutes,
    () => `${grouped(counts.states)} crash states, ${grouped(counts.recoveryStates)} in recovery, ${counts.violations.length} violations`,
  );
  const enough = () => outOfTime() || reached();
  let lives = 0;
  for (; !enough() && counts.violations.length < 20; lives += 1) {
    const seed = run.seed + lives;
    const recoverEach = () => (counts.recoveryStates < recoveryStates ? 250 : 0);
    const work = { close: everyByte, seed, enough, recoverEach, recoverClosely: lives % 4 === 0 ? everyByte : sampled };
    await crashEverywhere(await recordLife(seed, 8 + (lives % 3) * 6), work, counts);
  }
  for (const violation of counts.violations.slice(0, 10)) say(`  ${violation}`);
  const line = `crash: ${grouped(counts.states)} distinct states, ${grouped(counts.recoveryStates)} in recovery, ${lives} lives, seed ${run.seed}, ${counts.violations.length} violations`;
  return { line: `${line}${reached() ? '' : ' (time was up)'}`, sound: counts.violations.length === 0 && reached() };
}
