import { fuzz } from '#tests/harness/fuzz.ts';
import { grouped, type LongRun, type Section, say } from './section.ts';

/** Longer than this a parser may not take for one input. */
const mostMs = 100;
/** What the heap may have grown by after a part: the caches of the engine, not something kept of each input. */
const mostGrowth = 32 * 1024 * 1024;

/** Spoilt and forged inputs for everything that reads what may come from a stranger. */
export async function fuzzing(run: LongRun): Promise<Section> {
  let sound = true;
  const lines: string[] = [];
  for (const parser of run.parsers) {
    const inputs = run.count ?? 1_000_000;
    const { answers, throws, slowestMs, grownBytes, seconds } = fuzz(parser, inputs, run.seed, run.minutes * 60_000);
    const done = [...answers.values()].reduce((sum, times) => sum + times, throws.length);
    sound &&= throws.length === 0 && slowestMs <= mostMs && grownBytes <= mostGrowth && done >= inputs;
    for (const each of throws.slice(0, 5)) say(`  ${each}`);
    const told = [...answers].map(([answer, times]) => `${answer} ${grouped(times)}`).join(', ');
    say(`  ${parser}: ${Math.round(seconds)} s, heap ${(grownBytes / 1e6).toFixed(1)} MB more; ${told}`);
    lines.push(`${parser} ${grouped(done)} inputs, ${throws.length} thrown, slowest ${slowestMs.toFixed(0)} ms`);
  }
  return { line: `fuzz: ${lines.join('; ')}`, sound };
}
