import { cpSync, readdirSync, rmSync, statfsSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openCaseFile } from '#main/casefile/case-file.ts';
import { realFileSystem } from '#main/casefile/file-system.ts';
import { type OpenCase, openRecord } from '#main/casestore/open-case.ts';
import { stateOf } from '#tests/harness/crash-check.ts';
import { contentOf, countingFacts, good, numberedId, sampleEvidence, silently, takesIn, writesNote } from '#tests/harness/stored-case.ts';

/**
 * A process of its own on a small disk: `DISK TEMPLATE KEY FROM TO STEP`. For every room from FROM to TO bytes a copy of the case gets just
 * that much, works until it is used up and on when there is room again. One line of JSON at the end.
 */
const [disk = '', template = '', key = '', from = '0', to = '0', step = '4096'] = process.argv.slice(2);
const caseKey = Buffer.from(key, 'hex');
const ballast = join(disk, 'ballast');
const folder = join(disk, 'a.case');

async function openHere(): Promise<OpenCase> {
  const file = good(await openCaseFile(realFileSystem(folder), { kind: 'case-key', bytes: caseKey }, 'write'));
  return good(await openRecord(file, folder, countingFacts()));
}

/** Takes all but `room` bytes of the disk. */
function leave(room: number): void {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - room)));
  const left = statfsSync(disk).bavail * bsize;
  if (left > room) writeFileSync(ballast, Buffer.alloc(left - room), { flag: 'a' });
}

const violations: string[] = [];
let [steps, refusals, kept] = [0, 0, 0];

async function once(room: number, opensFull: boolean): Promise<void> {
  const where = `${room} bytes${opensFull ? ', opened when full' : ''}`;
  cpSync(template, folder, { recursive: true });
  if (opensFull) leave(room);
  const open = await openHere();
  if (!opensFull) leave(room);
  const acknowledged: string[] = [];
  for (let number = 10; number < 22; number += 1) {
    const written = await open.commit(writesNote(number, 'z'.repeat(number * 150)));
    if (written.ok) acknowledged.push(numberedId(number));
    else {
      refusals += 1;
      if (written.problem.kind !== 'write-failed') violations.push(`${where}: refused with ${written.problem.kind}`);
    }
    if (number % 4 !== 0) continue;
    const stored = await open.storeBlob(contentOf(Buffer.alloc(number * 900, number)), silently);
    if (stored.ok && (await open.commit(takesIn(sampleEvidence(number + 100, stored.value)))).ok) acknowledged.push(numberedId(number + 100));
    else refusals += 1;
  }
  const state = stateOf(open);
  const closed = await open.close();
  if (!closed.ok) refusals += 1;
  truncateSync(ballast, 0);
  // Room again: the same session goes on, or the next one.
  const now = closed.ok ? await openHere() : open;
  if (stateOf(now) !== state) violations.push(`${where}: another state`);
  if (!(await now.commit(writesNote(50))).ok) violations.push(`${where}: does not go on`);
  else acknowledged.push(numberedId(50));
  if (!(await now.close()).ok) violations.push(`${where}: does not close`);
  const after = await openHere();
  const there = new Set([...Object.keys(after.record().notes), ...Object.keys(after.record().evidence)]);
  if (acknowledged.some((id) => !there.has(id))) violations.push(`${where}: lost an edit`);
  const verified = await after.verify(silently);
  if (!verified.ok || verified.value.findings.some(({ severity }) => severity === 'damage')) violations.push(`${where}: not sound ${JSON.stringify(verified)}`);
  if (readdirSync(join(folder, 'blob')).some((name) => name.endsWith('.part'))) violations.push(`${where}: half a file`);
  await after.abandon();
  kept += acknowledged.length;
  steps += 1;
  rmSync(folder, { recursive: true });
}

for (let room = Number(from); room <= Number(to); room += Number(step)) {
  await once(room, false);
  await once(room, true);
}
writeSync(1, `${JSON.stringify({ steps, refusals, kept, violations: violations.slice(0, 10), found: violations.length })}\n`);
