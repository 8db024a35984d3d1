import type { OpenCase } from '#main/casestore/open-case.ts';
import { openOn, seededRandom } from './crash-session.ts';
import { anchorsFolder, type DiskContent, recordingDisk } from './recording-file-system.ts';
import { countingFacts, good, numberedId, silently, writesNote } from './stored-case.ts';

/**
 * Two machines that write one shared folder because no lock kept them apart, drawn from a seed: both work on what they read, one may close
 * and compact, and the folder then holds the files of both. Nothing of either may be gone, and the next opening has to say that they parted.
 */
export async function writeTogether(start: DiskContent, caseKey: Buffer, seed: number): Promise<readonly string[]> {
  const random = seededRandom(seed);
  const disks = [recordingDisk(start), recordingDisk(start)] as const;
  const written: number[][] = [[], []];
  for (const [who, disk] of disks.entries()) {
    const sessions = 1 + Math.floor(random() * 2);
    for (let session = 0; session < sessions; session += 1) {
      const { open } = good(await openOn(disk.fileSystem, caseKey, countingFacts()));
      for (let edits = 1 + Math.floor(random() * 3); edits > 0; edits -= 1) {
        const number = 1_000 * (who + 1) + (written[who]?.length ?? 0);
        good(await open.commit(writesNote(number)));
        written[who]?.push(number);
      }
      await end(open, random() < 0.5 ? 'close' : 'abandon');
    }
  }
  const [one, two] = disks.map((disk) => disk.content().files);
  // What either took away is gone.
  const there = (path: string) => !start.files.has(path) || (one?.has(path) === true && two?.has(path) === true);
  const files = new Map([...(one ?? []), ...(two ?? [])].filter(([path]) => there(path) && !path.startsWith(anchorsFolder)));
  const violations: string[] = [];
  const both = recordingDisk({ folders: start.folders, files });
  for (const pass of ['first', 'second'] as const) {
    const opened = await openOn(both.fileSystem, caseKey, countingFacts());
    if (!opened.ok) return [...violations, `does not open: ${opened.problem.kind}`];
    const { open } = opened.value;
    if (!open.openingFindings.some(({ code }) => code === 'fork'))
      violations.push(`the ${pass} opening does not tell the fork: ${JSON.stringify(open.openingFindings)}`);
    const shown = (numbers: readonly number[]) => numbers.filter((number) => open.record().notes[numberedId(number)]).length;
    const [ones, twos] = [shown(written[0] ?? []), shown(written[1] ?? [])];
    if ((ones !== written[0]?.length && ones !== 0) || (twos !== written[1]?.length && twos !== 0) || ones + twos === 0)
      violations.push('shows a part of a branch');
    const segments = [...files.keys()].filter((path) => path.startsWith('log/'));
    const gone = segments.filter((path) => !both.content().files.has(path));
    if (gone.length > 0) violations.push(`the ${pass} opening lost ${gone.length} segments`);
    const verified = await open.verify(silently);
    if (!verified.ok) violations.push(`does not verify: ${verified.problem.kind}`);
    if (!open.readOnly) good(await open.commit(writesNote(9_000 + (pass === 'first' ? 1 : 2))));
    await end(open, 'close');
  }
  return violations;
}

async function end(open: OpenCase, how: 'close' | 'abandon'): Promise<void> {
  if (how === 'abandon' || !(await open.close()).ok) await open.abandon();
}
