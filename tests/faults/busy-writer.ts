import { mkdtempSync, rmSync, statfsSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openCase } from '#main/casestore/case-store.ts';
import type { OpenCase } from '#main/casestore/open-case.ts';
import { seededRandom } from '#tests/harness/crash-session.ts';
import { contentOf, countingFacts, good, numberedId, sampleEvidence, samplePassphrase, silently, takesIn, writesNote } from '#tests/harness/stored-case.ts';

/**
 * A process of its own for the fault tests. `edit FOLDER SEED`: a hundred random edits and imports, each acknowledged by a
 * line on stdout as soon as it is. `fill FOLDER`: edits and imports until the disk is full, then room is made and it goes on.
 */
const [work = '', folder = '', seed = '0'] = process.argv.slice(2);

function acknowledge(line: string): void {
  writeSync(1, `${line}\n`);
}

async function takeIn(open: OpenCase, number: number, bytes: number): Promise<boolean> {
  const stored = await open.storeBlob(contentOf(Buffer.alloc(bytes, number)), silently);
  return stored.ok && (await open.commit(takesIn(sampleEvidence(number, stored.value)))).ok;
}

async function edit(open: OpenCase): Promise<void> {
  const random = seededRandom(Number(seed));
  const from = Object.keys(open.record().notes).length + Object.keys(open.record().evidence).length + 10;
  for (let number = from; number < from + 100; number += 1) {
    if (random() < 0.25) {
      if (await takeIn(open, number, Math.floor(random() * 60_000))) acknowledge(`evidence ${numberedId(number)}`);
    } else if ((await open.commit(writesNote(number, 'x'.repeat(Math.floor(random() * 3_000))))).ok) {
      acknowledge(`note ${numberedId(number)}`);
    }
  }
  good(await open.close());
  acknowledge('closed');
}

async function fill(): Promise<void> {
  const ballast = mkdtempSync(join(folder, '..', 'ballast-'));
  const { bavail, bsize } = statfsSync(folder);
  // Only a disk made for the test is filled; without one the limit on the size of files is what is met.
  if (bavail * bsize < 4_000_000) writeFileSync(join(ballast, 'a'), Buffer.alloc(Math.max(bavail * bsize - 400_000, 0)));
  const open = good(await openCase(folder, { passphrase: samplePassphrase }, countingFacts()));
  const kept: string[] = [];
  const refusals: string[] = [];
  for (let number = 10; refusals.length < 5 && number < 3_000; number += 1) {
    const committed = await open.commit(writesNote(number, 'y'.repeat(2_000)));
    if (committed.ok) kept.push(numberedId(number));
    else refusals.push(JSON.stringify(committed.problem));
  }
  const imported = await open.storeBlob(contentOf(Buffer.alloc(900_000, 1)), silently);
  const closedWhenFull = await open.close();
  rmSync(ballast, { recursive: true });
  const again = closedWhenFull.ok ? good(await openCase(folder, { passphrase: samplePassphrase }, countingFacts())) : open;
  const afterwards = await again.commit(writesNote(5_000));
  const verified = good(await again.verify(silently));
  if (!(await again.close()).ok) await again.abandon();
  acknowledge(
    JSON.stringify({
      kept,
      refusals: [...new Set(refusals)],
      imported: imported.ok ? 'stored' : imported.problem,
      afterwards: afterwards.ok,
      damage: verified.findings.filter(({ severity }) => severity === 'damage'),
    }),
  );
}

if (work === 'fill') await fill();
else await edit(good(await openCase(folder, { passphrase: samplePassphrase }, countingFacts())));
