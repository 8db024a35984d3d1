import { describe, expect, it } from 'vitest';
import { encodeHeader, headerBytes } from '#main/casefile/header.ts';
import { type HeaderName, readHeaderCopies, writeHeaderCopies } from '#main/casefile/header-copies.ts';
import { leastKdfCost } from '#main/crypto/argon2id.ts';
import { sha256 } from '#main/crypto/digests.ts';
import { type RecordingDisk, recordingDisk } from '#tests/harness/recording-file-system.ts';

const caseKey = Buffer.alloc(32, 1);
const header = (generation: number) =>
  encodeHeader(
    {
      generation,
      caseId: Buffer.alloc(16, 2),
      cost: leastKdfCost,
      salt: Buffer.alloc(16, 3),
      slots: Array.from({ length: 8 }, () => Buffer.alloc(136, 4)),
      slotTable: Buffer.alloc(712, 5),
    },
    caseKey,
  );
const newer = () => {
  const bytes = header(1);
  bytes.writeUInt16LE(3, 8);
  sha256(bytes.subarray(0, headerBytes - 32)).copy(bytes, headerBytes - 32);
  return bytes;
};
const damaged = Buffer.alloc(headerBytes, 7);
function disk(files: { readonly [name: string]: Buffer }): RecordingDisk {
  return recordingDisk({ folders: ['log', 'snap', 'blob'], files: new Map(Object.entries(files)) });
}
function told(files: { readonly [name: string]: Buffer }) {
  const copies = readHeaderCopies(disk(files).fileSystem);
  if (!copies.ok) return copies.problem;
  const { whole, unequal, findings } = copies.value;
  return {
    whole: whole.map(({ name, header: { generation } }) => `${name} ${generation}`),
    unequal,
    findings: findings.map(({ severity, code, subject }) => `${severity} ${code} ${subject}`),
  };
}

describe('the two copies of a header', () => {
  it('are both whole and equal, or the newer one counts', () => {
    expect(told({ 'case.a': header(4), 'case.b': header(4) })).toEqual({ whole: ['case.a 4', 'case.b 4'], unequal: false, findings: [] });
    expect(told({ 'case.a': header(4), 'case.b': header(5) })).toEqual({ whole: ['case.b 5', 'case.a 4'], unequal: true, findings: [] });
    expect(told({ 'case.a': header(5), 'case.b': header(4) })).toEqual({ whole: ['case.a 5', 'case.b 4'], unequal: true, findings: [] });
  });

  it('may be one, and the other is named', () => {
    const damagedCopy = (name: HeaderName) => [`warning header-copy-damaged ${name}`];
    expect(told({ 'case.a': damaged, 'case.b': header(4) })).toEqual({ whole: ['case.b 4'], unequal: true, findings: damagedCopy('case.a') });
    expect(told({ 'case.a': header(4), 'case.b': damaged })).toEqual({ whole: ['case.a 4'], unequal: true, findings: damagedCopy('case.b') });
    expect(told({ 'case.a': header(4) })).toEqual({ whole: ['case.a 4'], unequal: true, findings: damagedCopy('case.b') });
    expect(told({ 'case.b': header(4), 'case.a': Buffer.from('other') })).toMatchObject({ whole: ['case.b 4'], findings: damagedCopy('case.a') });
  });

  it('of which one is of a newer version are not read at all', () => {
    const refusal = { kind: 'newer-format', found: 3, known: 1 };
    expect(told({ 'case.a': newer(), 'case.b': header(4) })).toEqual(refusal);
    expect(told({ 'case.a': header(4), 'case.b': newer() })).toEqual(refusal);
    expect(told({ 'case.a': damaged, 'case.b': newer() })).toEqual(refusal);
  });

  it('both lost mean damage where anything else of a case is there, and otherwise no case', () => {
    const damage = { kind: 'case-damaged', part: 'header' };
    expect(told({})).toEqual({ kind: 'not-a-case' });
    expect(told({ 'README.txt': Buffer.from('x'), 'case.a': Buffer.from('x') })).toEqual({ kind: 'not-a-case' });
    expect(told({ 'case.a': damaged })).toEqual(damage);
    expect(told({ 'case.b': header(1).subarray(0, 5_000) })).toEqual(damage);
    expect(told({ [`log/00000001-${'03'.repeat(16)}.seg`]: Buffer.from('x') })).toEqual(damage);
    expect(told({ 'snap/00000001-00000000': Buffer.from('x') })).toEqual(damage);
    expect(told({ 'log/notes.txt': Buffer.from('x') })).toEqual({ kind: 'not-a-case' });
  });

  it.each([
    ['ENOTDIR', { kind: 'not-a-case' }],
    ['EISDIR', { kind: 'not-a-case' }],
    ['EACCES', { kind: 'unreadable-file', item: 1, reason: 'no-permission' }],
    ['EPERM', { kind: 'unreadable-file', item: 1, reason: 'no-permission' }],
    ['EIO', { kind: 'unreadable-file', item: 1, reason: 'input-output' }],
  ])('on a disk that answers %s are refused as what that means', (code, problem) => {
    const { fileSystem } = disk({});
    const failing = {
      ...fileSystem,
      open: () => {
        throw Object.assign(new Error(code), { code, syscall: 'open' });
      },
    };
    expect(readHeaderCopies(failing)).toEqual({ ok: false, problem });
  });

  it('meet no mercy for a bug', () => {
    const { fileSystem } = disk({});
    const broken = {
      ...fileSystem,
      open: () => {
        throw new TypeError('a bug');
      },
    };
    expect(() => readHeaderCopies(broken)).toThrow('a bug');
  });
});

describe('writing the copies', () => {
  it.each(['case.a', 'case.b'] as const)('goes over the one that is not the newest first, each synced before the next: newest is %s', (newest) => {
    const on = disk({ 'case.a': header(1), 'case.b': header(1) });
    writeHeaderCopies(on.fileSystem, header(2), newest);
    expect(on.operations.map(({ op }) => op)).toEqual(['write', 'sync', 'write', 'sync']);
    const written = on.operations.flatMap((operation) => (operation.op === 'write' ? [operation.inode] : []));
    expect(written).toEqual(newest === 'case.a' ? [1, 0] : [0, 1]);
    for (const name of ['case.a', 'case.b']) expect(on.content().files.get(name)).toEqual(header(2));
  });

  it('makes a copy that is missing, and its name durable', () => {
    const on = disk({ 'case.a': header(1) });
    writeHeaderCopies(on.fileSystem, header(2), 'case.a');
    expect(on.operations.map((operation) => ('path' in operation ? `${operation.op} ${operation.path}` : operation.op))).toEqual([
      'create case.b',
      'write',
      'sync',
      'sync-folder .',
      'write',
      'sync',
    ]);
  });

  it('that fails throws, and no file stays open', () => {
    const on = disk({ 'case.a': header(1), 'case.b': header(1) });
    on.failWith(() => ({ code: 'EIO', share: 0 }));
    const closed: string[] = [];
    const counting = {
      ...on.fileSystem,
      open: (path: string, mode: 'read' | 'write') => {
        const file = on.fileSystem.open(path, mode);
        return { ...file, close: () => void closed.push(`${path} after ${mode}`) };
      },
    };
    expect(() => writeHeaderCopies(counting, header(2), 'case.a')).toThrow('EIO');
    expect(closed).toEqual(['case.b after write']);
  });
});
