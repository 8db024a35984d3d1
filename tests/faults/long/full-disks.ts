import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onSmallDisk, type SmallDiskRun, smallDiskMissing, withFileLimit } from '#tests/harness/small-disk.ts';
import { caseForActs } from '#tests/harness/syscall-faults.ts';
import { grouped, type LongRun, type Section, say } from './section.ts';

/** Room for what a run of the child writes in all. */
const mostRoom = 768 * 1024;

/** A small disk that is full at every step of its size, and a limit on the size of files. */
export async function fullDisks(run: LongRun): Promise<Section> {
  const parent = mkdtempSync(join(tmpdir(), 'corroborate-full-'));
  try {
    const disk = join(parent, 'small');
    mkdirSync(disk);
    const child = join(import.meta.dirname, 'full-disk-steps.mjs');
    const { folder, caseKey } = await caseForActs(parent, [child]);
    const key = caseKey.toString('hex');
    const missing = smallDiskMissing(disk);
    if (missing !== null) return { line: `diskfull: not run: ${missing}`, sound: false };
    const step = run.count === undefined ? 4096 : Math.ceil(mostRoom / run.count / 4096) * 4096;
    const full = onSmallDisk(disk, child, [folder, key, '0', String(mostRoom), String(step)]);
    const limits: SmallDiskRun[] = [];
    for (let kib = 4; kib <= 160; kib += Math.max(4, Math.round(step / 1024))) limits.push(withFileLimit(kib, child, [parent, folder, key, 'limit']));
    const all = [full, ...limits];
    for (const each of all) for (const violation of each.violations) say(`  ${violation}`);
    const sum = (field: 'steps' | 'refusals' | 'kept' | 'found') => all.reduce((total, each) => total + each[field], 0);
    const line = `diskfull: full at ${grouped(full.steps)} sizes of a small disk and ${grouped(limits.length)} limits on files, ${grouped(sum('refusals'))} refusals, ${grouped(sum('kept'))} edits acknowledged, ${sum('found')} violations`;
    return { line, sound: sum('found') === 0 && sum('refusals') > 0 };
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}
