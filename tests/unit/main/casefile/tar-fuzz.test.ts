import { expect, it } from 'vitest';
import { isCopiedFile } from '#main/casefile/copied-names.ts';
import type { OpenFile } from '#main/casefile/file-system.ts';
import { readTarIndex, tarFileSystem } from '#main/casefile/tar-file-system.ts';
import { encodeTarEntry, tarEnd, upToBlock } from '#main/casefile/tar-layout.ts';
import { seededRandom } from '#tests/harness/crash-session.ts';

function inMemory(bytes: Buffer): OpenFile {
  const never = () => {
    throw new Error('a tar file is only read');
  };
  return {
    read: (at, length) => bytes.subarray(at, at + length),
    size: () => bytes.length,
    write: never,
    resize: never,
    sync: never,
    syncAside: never,
    writeBack: never,
    close: () => undefined,
  };
}

function tarOf(files: readonly (readonly [string, number])[]): Buffer {
  const entries = files.map(([path, bytes]) => {
    const isFolder = path.endsWith('/');
    const head = encodeTarEntry({ path: path.replace(/\/$/, ''), kind: isFolder ? 'folder' : 'file', bytes }, 1_700_000_000);
    return Buffer.concat([head, Buffer.alloc(bytes, 7), Buffer.alloc(upToBlock(bytes))]);
  });
  return Buffer.concat([...entries, tarEnd]);
}

const blob = 'ab'.repeat(26);
const sound = tarOf([
  ['A.case/', 0],
  ['A.case/case.a', 8192],
  ['A.case/case.b', 8192],
  ['A.case/snap/', 0],
  ['A.case/snap/00000001-0011aabb', 700],
  ['A.case/blob/', 0],
  ['A.case/blob/ab/', 0],
  [`A.case/blob/ab/${blob}`, 4200],
]);

it('whatever bytes a tar file holds, it is refused or gives files of a case that lie within it', { timeout: 120_000 }, () => {
  expect([...(readTarIndex(inMemory(sound)) ?? new Map()).keys()]).toEqual(['case.a', 'case.b', 'snap/00000001-0011aabb', `blob/ab/${blob}`]);
  const random = seededRandom(17);
  const below = (most: number) => Math.floor(random() * most);
  let accepted = 0;
  for (let round = 0; round < 6_000; round += 1) {
    let bytes = Buffer.from(sound);
    for (let change = 0; change <= below(4); change += 1) {
      const block = below(bytes.length / 512) * 512;
      switch (below(6)) {
        case 0:
          bytes.writeUInt8(below(256), below(bytes.length));
          break;
        case 1:
          bytes.subarray(block + 100, block + 100 + below(60)).fill(below(256));
          break;
        case 2:
          bytes = bytes.subarray(0, below(bytes.length));
          break;
        case 3:
          bytes = Buffer.concat([bytes.subarray(0, block), bytes.subarray(below(bytes.length / 512) * 512)]);
          break;
        case 4:
          bytes.copy(bytes, block, below(bytes.length / 512) * 512, bytes.length);
          break;
        default:
          bytes.subarray(block, block + 512).fill(below(2) * 0xff);
      }
      if (bytes.length < 512) bytes = Buffer.alloc(512);
    }
    const index = readTarIndex(inMemory(bytes));
    if (!index) continue;
    accepted += 1;
    const files = tarFileSystem(inMemory(bytes), index);
    for (const [path, { at, bytes: length }] of index) {
      expect(isCopiedFile(path)).toBe(true);
      expect(at + length).toBeLessThanOrEqual(bytes.length);
      expect(files.open(path, 'read').read(0, length + 1000)).toHaveLength(length);
    }
  }
  expect(accepted).toBeGreaterThan(30);
});
