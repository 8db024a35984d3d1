import { describe, expect, it } from 'vitest';
import { checkEscrows, escrowPath, isEscrowName, removeEscrow, removeEscrowParts, writeEscrow } from '#main/casefile/escrow-file.ts';
import type { SlotLine } from '#main/casefile/slot-table.ts';
import { sha256 } from '#main/crypto/digests.ts';
import { recordingDisk } from '#tests/harness/recording-file-system.ts';

const [first, second] = [Buffer.alloc(16, 0xab), Buffer.alloc(16, 0xcd)];
const sealed = Buffer.from('sealed');
const line = (slotId: Buffer, fileDigest?: Buffer): SlotLine => ({
  kind: 'escrow',
  slotId,
  madeAt: 0,
  label: '',
  needed: 0,
  of: 0,
  ...(fileDigest ? { fileDigest } : {}),
});

describe('an escrow in the case folder', () => {
  it('is named by a number and its slot, written as a part, and renamed when it is whole', () => {
    const disk = recordingDisk();
    expect(writeEscrow(disk.fileSystem, first, sealed)).toBe('escrow/0001-abababab.age');
    expect(writeEscrow(disk.fileSystem, second, Buffer.from('other'))).toBe('escrow/0002-cdcdcdcd.age');
    expect(disk.content().files.get('escrow/0001-abababab.age')).toEqual(sealed);
    expect(disk.operations.slice(0, 7).map((one) => ('path' in one ? `${one.op} ${one.path}` : one.op))).toEqual([
      'folder escrow',
      'create escrow/0001-abababab.age.part',
      'write',
      'sync',
      'rename escrow/0001-abababab.age.part',
      'sync-folder escrow',
      'sync-folder .',
    ]);
    expect(escrowPath(disk.fileSystem, second)).toBe('escrow/0002-cdcdcdcd.age');
    expect(escrowPath(disk.fileSystem, Buffer.alloc(16))).toBeNull();
    expect(['0001-abababab.age', '0001-ABABABAB.age', '1-abababab.age', '0001-abababab.age.part', 'x0001-abababab.age'].map(isEscrowName)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('goes with its slot and leaves the others; a disk that does not let it go is no obstacle', () => {
    const disk = recordingDisk();
    writeEscrow(disk.fileSystem, first, sealed);
    writeEscrow(disk.fileSystem, second, sealed);
    removeEscrow(disk.fileSystem, first);
    removeEscrow(disk.fileSystem, first);
    expect(disk.fileSystem.list('escrow')).toEqual(['0002-cdcdcdcd.age']);
    disk.failWith(() => ({ code: 'EIO', share: 0 }));
    removeEscrow(disk.fileSystem, second);
    disk.failWith(null);
    expect(disk.fileSystem.list('escrow')).toEqual(['0002-cdcdcdcd.age']);
    expect(writeEscrow(disk.fileSystem, first, sealed)).toBe('escrow/0003-abababab.age');
  });

  it('that was interrupted is cleared away, by the next one too', () => {
    const disk = recordingDisk();
    disk.fileSystem.createFolder('escrow');
    disk.fileSystem.create('escrow/0001-abababab.age.part').close();
    removeEscrowParts(disk.fileSystem);
    expect(disk.fileSystem.list('escrow')).toEqual([]);
    disk.fileSystem.create('escrow/0001-abababab.age.part').close();
    expect(writeEscrow(disk.fileSystem, first, sealed)).toBe('escrow/0001-abababab.age');
    expect(disk.fileSystem.list('escrow')).toEqual(['0001-abababab.age']);
  });

  it('is checked against what the header says of it; one that was put elsewhere is not looked for', () => {
    const disk = recordingDisk();
    const files = disk.fileSystem;
    const table = [line(first, sha256(sealed)), null, line(second), { ...line(Buffer.alloc(16, 1)), kind: 'recovery' as const }];
    expect(checkEscrows(files, table)).toEqual([{ severity: 'warning', code: 'escrow-missing', subject: 'abababab' }]);
    const path = writeEscrow(files, first, sealed);
    expect(checkEscrows(files, table)).toEqual([]);
    expect(checkEscrows(files, [])).toEqual([{ severity: 'info', code: 'unknown-file', subject: path }]);
    files.create('escrow/notes.txt').close();
    files.create('escrow/0009-00000000.age.part').close();
    expect(checkEscrows(files, table)).toEqual([{ severity: 'info', code: 'unknown-file', subject: 'escrow/notes.txt' }]);
    expect(checkEscrows(files, [line(first, sha256(Buffer.from('older')))])[0]).toEqual({ severity: 'damage', code: 'escrow-damaged', subject: path });
  });

  it('has its folder made once, and goes durably', () => {
    const disk = recordingDisk();
    writeEscrow(disk.fileSystem, first, sealed);
    writeEscrow(disk.fileSystem, second, sealed);
    expect(disk.operations.filter(({ op }) => op === 'folder')).toHaveLength(1);
    const from = disk.operations.length;
    removeEscrow({ ...disk.fileSystem, remove: () => expect.unreachable() }, Buffer.alloc(16, 9));
    removeEscrow(disk.fileSystem, first);
    expect(disk.operations.slice(from)).toMatchObject([
      { op: 'remove', path: 'escrow/0001-abababab.age' },
      { op: 'sync-folder', path: 'escrow' },
    ]);
  });

  it('is looked for among files with other names', () => {
    const disk = recordingDisk({
      folders: ['escrow'],
      files: new Map([
        ['escrow/0000-letter', sealed],
        ['escrow/0007-abababab.age', sealed],
      ]),
    });
    expect(escrowPath(disk.fileSystem, first)).toBe('escrow/0007-abababab.age');
    expect(writeEscrow(disk.fileSystem, second, sealed)).toBe('escrow/0008-cdcdcdcd.age');
  });

  it('is no place for a bug to hide', () => {
    const list = () => {
      throw new TypeError('a bug');
    };
    expect(() => removeEscrow({ ...recordingDisk().fileSystem, list }, first)).toThrow('a bug');
  });
});
