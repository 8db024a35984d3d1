import { everyFormat, huntLeaks, leakInWords, profileOf, quickFormats } from '#tests/harness/leaks/hunt-leaks.ts';
import { grouped, type LongRun, type Section, say, timekeeper } from './section.ts';

/** The PDF is set for one case in so many: that takes as long as all else together. */
const eachPdf = 20;

/** Random cases exported under each profile, and every byte of every format searched for what that profile withholds. */
export async function leaking(run: LongRun): Promise<Section> {
  const wanted = run.count ?? 3_000;
  let [exports, files, leaks, told] = [0, 0, 0, 0];
  const timeIsUp = timekeeper(run.minutes, () => `${grouped(exports)} exports, ${grouped(files)} files, ${leaks} leaks`);
  for (let seed = run.seed; exports < wanted && !timeIsUp(); seed += 1) {
    const hunt = await huntLeaks(seed, profileOf(seed), seed % eachPdf === 0 ? everyFormat : quickFormats);
    exports += 1;
    files += hunt.files;
    told += hunt.told.length;
    for (const leak of hunt.leaks.slice(0, 5)) say(`  ${leakInWords(hunt, leak)}`);
    leaks += hunt.leaks.length;
  }
  const line = `leaks: ${grouped(exports)} exports in ${everyFormat.length} formats, ${grouped(files)} files, ${grouped(told)} words found that may be told, ${leaks} that may not`;
  return { line, sound: leaks === 0 && exports >= wanted && told > exports };
}
