import { runTamperMatrix } from '#tests/harness/tamper-matrix.ts';
import { grouped, type LongRun, type Section, say, timekeeper } from './section.ts';

/** Every byte and every length of every file of a case, and every exchange and older copy. */
export async function tampering(run: LongRun): Promise<Section> {
  let timeUp = false;
  let asked = 0;
  const outOfTime = timekeeper(run.minutes, () => `${grouped(asked)} tried`);
  const rows = await runTamperMatrix(run.stride, () => {
    timeUp = outOfTime() || (run.count !== undefined && asked >= run.count);
    asked += 1;
    return timeUp;
  });
  let [tried, noticed, byAnchor] = [0, 0, 0];
  for (const [kind, row] of rows) {
    tried += row.tried;
    noticed += row.noticed;
    byAnchor += row.onlyByAnchor;
    const missed = row.missed.length > 0 ? `, MISSED ${row.missed.slice(0, 4).join('; ')}` : '';
    say(`  ${kind.padEnd(24)} ${grouped(row.noticed)} of ${grouped(row.tried)} told, ${grouped(row.onlyByAnchor)} only by the anchor${missed}`);
  }
  const line = `tamper: ${grouped(noticed)} of ${grouped(tried)} told, ${grouped(byAnchor)} of them only by the anchor, every ${run.stride === 1 ? '' : `${run.stride}th `}byte`;
  return { line: `${line}${timeUp ? ' (not all of them)' : ''}`, sound: tried === noticed && (!timeUp || run.count !== undefined) };
}
