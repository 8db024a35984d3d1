import { expect, it } from 'vitest';
import { type BackupMark, writeBackupMark } from '#main/casefile/backup-mark.ts';
import { caseKeys } from '#main/casefile/case-keys.ts';
import { type CopySource, whyNotOver } from '#main/casefile/copy-into-folder.ts';
import type { CopyPlan } from '#main/casefile/copy-plan.ts';
import { decodeHeader, encodeHeader } from '#main/casefile/header.ts';
import { newHeader } from '#main/casefile/unlocking.ts';
import { leastKdfCost } from '#main/crypto/argon2id.ts';
import { recordingDisk } from '#tests/harness/recording-file-system.ts';

const caseKey = Buffer.alloc(32, 1);
const caseId = Buffer.alloc(16, 2);
const keys = caseKeys(caseKey, caseId);
const header = await newHeader(caseKey, caseId, leastKdfCost, [], 5);
const decoded = decodeHeader(header);
if (decoded.state !== 'whole') throw new Error('the header is not whole');
const fields = decoded.header;
const generation = (number: number, key = caseKey) => encodeHeader({ ...fields, generation: number }, key);
const segment = (number: number) => `log/0000000${number}-${'0a'.repeat(16)}.seg`;
const [then, now, elsewhere, first] = ['aa', 'bb', 'cc', '00'].map((byte) => byte.repeat(32)) as [string, string, string, string];
/** The case has ten edits; of the heads after the fourth every one is known. */
const plan = {
  position: { head: now, seq: 10, generation: 3 },
  heads: new Set([then, now]),
  headsFrom: 4,
  small: [{ path: segment(2) }],
} as unknown as CopyPlan;
const source = { keys, plan } as CopySource;
const mark: BackupMark = { head: then, seq: 7, generation: 1, names: [segment(1)] };

type Backup = { readonly mark?: Partial<BackupMark> | null; readonly header?: Buffer | null; readonly files?: readonly string[] };
async function problemOf({ mark: change = {}, header: bytes = header, files = [segment(1)] }: Backup) {
  const disk = recordingDisk({ folders: ['log', 'snap'], files: new Map(files.map((path) => [path, Buffer.alloc(1)])) });
  if (bytes) for (const name of ['case.a', 'case.b']) disk.fileSystem.create(name).write(bytes, 0);
  if (change) writeBackupMark(disk.fileSystem, keys, { ...mark, ...change });
  return whyNotOver(disk.fileSystem, source);
}
const refusedAs = (rule: string) => ({ kind: 'refused', rule });

it.each<readonly [string, Backup]>([
  ['as the case was at some edit', {}],
  ['as the case is now', { mark: { head: now, seq: 10, generation: 3 }, header: generation(3) }],
  ['of before the edits that are still told', { mark: { head: elsewhere, seq: 3 } }],
  ['of a case without edits', { mark: { head: first, seq: 4 } }],
  ['with files of the case as it is', { files: [segment(1), segment(2)] }],
  ['with files that are no log and no snapshot', { files: [segment(1), 'log/letter', 'letter'] }],
])('a backup %s may be brought up to date', async (_, backup) => {
  expect(await problemOf(backup)).toBeNull();
});

it.each<readonly [string, Backup, object]>([
  ['that is no case', { header: null, mark: null, files: [] }, { kind: 'folder-not-empty' }],
  ['with a damaged header', { header: Buffer.from(header).fill(1, 100, 120) }, refusedAs('backup-damaged')],
  ['of another case', { header: encodeHeader({ ...fields, caseId: Buffer.alloc(16, 9) }, caseKey) }, refusedAs('backup-of-another-case')],
  ['with a header that nobody with the key wrote', { header: generation(1, Buffer.alloc(32, 9)) }, refusedAs('backup-damaged')],
  ['without a mark', { mark: null }, refusedAs('backup-damaged')],
  ['in which somebody wrote a log', { files: [segment(1), segment(3)] }, refusedAs('backup-went-on')],
  ['in which somebody wrote a snapshot', { files: [segment(1), 'snap/00000001-0a0b0c0d'] }, refusedAs('backup-went-on')],
  ['with more edits', { mark: { head: now, seq: 11 } }, refusedAs('backup-is-newer')],
  ['with a newer header', { header: generation(4) }, refusedAs('backup-is-newer')],
  ['with an end that the case never had', { mark: { head: elsewhere } }, refusedAs('backup-is-newer')],
  ['with such an end at the first edit that is still told', { mark: { head: elsewhere, seq: 4 } }, refusedAs('backup-is-newer')],
])('a folder %s is not written over', async (_, backup, problem) => {
  expect(await problemOf(backup)).toEqual(problem);
});
