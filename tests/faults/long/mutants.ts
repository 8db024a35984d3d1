import { sampled } from '#tests/harness/crash-fates.ts';
import { recordCopiedLife, recordLife } from '#tests/harness/long-session.ts';
import { caught, mutantsOf } from '#tests/harness/sync-mutants.ts';
import { grouped, type LongRun, type Section, say, timekeeper } from './section.ts';

/** Every sync and order of the program taken away, one at a time: each must cost something that the crash check sees. */
export async function mutants(run: LongRun): Promise<Section> {
  const survivors = new Map<string, boolean>();
  const alive = () => [...survivors].flatMap(([name, survived]) => (survived ? [name] : []));
  const outOfTime = timekeeper(run.minutes, () => `${survivors.size - alive().length} of ${survivors.size} caught`);
  const work = { close: sampled, seed: run.seed, enough: () => false, recoverEach: 0 };
  const lives = run.count ?? 4;
  for (let at = 0; at <= lives && !outOfTime(); at += 1) {
    const life = at === 0 ? await recordCopiedLife() : await recordLife(run.seed + at - 1, 16);
    // Whatever is found in the unchanged program would be found in its mutants for nothing.
    const found = await caught({ site: 'nothing', how: 'left out', session: life }, work);
    if (found !== null) return { line: `mutants: the unchanged program fails: ${found}`, sound: false };
    for (const mutant of mutantsOf(life)) {
      const name = `${mutant.how} ${mutant.site}`;
      if (survivors.get(name) === false || outOfTime()) continue;
      const found = await caught(mutant, work);
      survivors.set(name, found === null);
      if (found !== null) say(`  caught   ${name}: ${found.slice(0, 150)}`);
    }
  }
  for (const name of alive()) say(`  SURVIVED ${name}`);
  return { line: `mutants: caught ${grouped(survivors.size - alive().length)} of ${grouped(survivors.size)}`, sound: alive().length === 0 };
}
