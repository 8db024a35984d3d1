import { describe, expect, it } from 'vitest';
import { type BackupMark, readBackupMark, writeBackupMark } from '#main/casefile/backup-mark.ts';
import { caseKeys } from '#main/casefile/case-keys.ts';
import { canonicalJson } from '#main/crypto/canonical-json.ts';
import { hmacSha512 } from '#main/crypto/digests.ts';
import { recordingDisk } from '#tests/harness/recording-file-system.ts';

const keys = caseKeys(Buffer.alloc(32, 1), Buffer.alloc(16, 2));
const mark: BackupMark = { head: 'ab'.repeat(32), seq: 5, generation: 2, names: ['log/a', 'snap/b'] };
const sealed = (json: Buffer) => Buffer.concat([hmacSha512(keys.anchor, Buffer.from('corroborate/v1/backup\0'), keys.caseId, json).subarray(0, 32), json]);
const diskWith = (bytes: Buffer | null) => recordingDisk({ folders: [], files: new Map(bytes ? [['BACKUP', bytes]] : []) });
const read = (bytes: Buffer | null) => readBackupMark(diskWith(bytes).fileSystem, keys);
const said = (change: object) => sealed(Buffer.from(canonicalJson({ v: 1, ...mark, ...change })));

describe('the mark of a backup', () => {
  it('is the first 32 bytes of an HMAC under the key of the case, and what they are of', () => {
    const disk = recordingDisk();
    writeBackupMark(disk.fileSystem, keys, mark);
    expect(disk.content().files.get('BACKUP')).toEqual(said({}));
    expect(readBackupMark(disk.fileSystem, keys)).toMatchObject(mark);
  });

  it('takes its name when it is whole, in the place of an older one and of what a killed run left', () => {
    const disk = recordingDisk({
      folders: [],
      files: new Map([
        ['BACKUP', Buffer.from('old')],
        ['BACKUP.part', Buffer.from('left')],
      ]),
    });
    writeBackupMark(disk.fileSystem, keys, mark);
    expect(disk.operations.map((one) => ('path' in one ? `${one.op} ${one.path}` : one.op))).toEqual([
      'remove BACKUP.part',
      'create BACKUP.part',
      'write',
      'write',
      'sync',
      'rename BACKUP.part',
      'sync-folder .',
    ]);
    expect([...disk.content().files.keys()]).toEqual(['BACKUP']);
  });

  it.each<readonly [string, Buffer | null]>([
    ['that is not there', null],
    ['of nothing', Buffer.alloc(0)],
    ['cut within its seal', said({}).subarray(0, 31)],
    ['cut behind its seal', said({}).subarray(0, 40)],
    ['of a later version', said({ v: 2 })],
    ['with a head that is no hash', said({ head: 'x' })],
    ['with more than a head', said({ head: `${mark.head}0` })],
    ['with something before its head', said({ head: `0${mark.head}` })],
    ['with a count below nothing', said({ seq: -1 })],
    ['with a generation below nothing', said({ generation: -1 })],
    ['with a name that is no text', said({ names: [1] })],
    ['that is genuine but no JSON', sealed(Buffer.from('{'))],
    ['that is as long as no mark', said({ names: ['x'.repeat(4 * 1024 * 1024)] })],
  ])('%s is none to go by', (_, bytes) => {
    expect(read(bytes)).toBeNull();
  });

  it('may say of a case without edits, and of very many files', () => {
    expect(read(said({ seq: 0, generation: 0, names: [] }))).toMatchObject({ seq: 0, generation: 0, names: [] });
    const names = Array.from({ length: 50_000 }, (_, at) => `log/${at}`);
    expect(read(said({ names }))?.names).toHaveLength(50_000);
    const [json, most] = [canonicalJson({ v: 1, ...mark, names: [''] }), 4 * 1024 * 1024];
    expect(read(said({ names: ['x'.repeat(most - 32 - json.length)] }))).not.toBeNull();
    expect(read(said({ names: ['x'.repeat(most - 31 - json.length)] }))).toBeNull();
  });

  it('of another key says nothing', () => {
    const other = caseKeys(Buffer.alloc(32, 9), Buffer.alloc(16, 2));
    expect(readBackupMark(diskWith(said({})).fileSystem, other)).toBeNull();
    const otherCase = caseKeys(Buffer.alloc(32, 1), Buffer.alloc(16, 9));
    expect(readBackupMark(diskWith(said({})).fileSystem, otherCase)).toBeNull();
  });

  it('that the disk cannot read is an error of the disk, not the lack of a mark', () => {
    const disk = diskWith(said({}));
    disk.failWith(() => ({ code: 'EIO', share: 0 }));
    expect(() => readBackupMark(disk.fileSystem, keys)).toThrow('EIO');
  });
});
