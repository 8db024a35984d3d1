import { createHash, createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { openCaseFile } from '#main/casefile/case-file.ts';
import { subkey } from '#main/crypto/subkey.ts';
import { makeCaseOn } from '#tests/harness/crash-session.ts';
import { recordingDisk } from '#tests/harness/recording-file-system.ts';
import { countingFacts, good } from '#tests/harness/stored-case.ts';

it('a case of a later minor version is read, and never written to', async () => {
  const disk = recordingDisk();
  const caseKey = await makeCaseOn(disk.fileSystem, countingFacts(), []);
  const header = Buffer.from(disk.content().files.get('case.a') ?? []);
  header.writeUInt16LE(1, 10);
  createHmac('sha512', subkey(caseKey, 'header')).update(header.subarray(0, 8128)).digest().copy(header, 8128, 0, 32);
  createHash('sha256').update(header.subarray(0, 8160)).digest().copy(header, 8160);
  const later = recordingDisk({ ...disk.content(), files: new Map([...disk.content().files, ['case.a', header], ['case.b', header]]) });
  const before = later.content().files;
  const file = good(await openCaseFile(later.fileSystem, { kind: 'case-key', bytes: caseKey }, 'write'));
  expect(file.writeBarrier()).toEqual({ kind: 'read-only' });
  expect(file.append({})).toEqual({ ok: false, problem: { kind: 'read-only' } });
  expect(good(await file.keyring())).toBeDefined();
  await file.abandon();
  expect(later.content().files).toEqual(before);
});
