import { execFileSync } from 'node:child_process';
import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isCopiedFile } from '#main/casefile/copied-names.ts';
import { decodeTarEntry, encodeTarEntry, tarEnd, upToBlock } from '#main/casefile/tar-layout.ts';
import { inTemporaryFolder } from '#tests/harness/stored-case.ts';

const decode = (bytes: Buffer, at = 0) => decodeTarEntry((from, length) => bytes.subarray(from, from + length), at);

describe('entries of a tar file', () => {
  it('are read back as they were written, sizes beyond eight GiB too', () => {
    for (const bytes of [0, 1, 511, 512, 0o77777777777, 0o77777777777 + 1, 3_000_000_000_000]) {
      for (const path of ['A.case/case.a', `${'n'.repeat(80)}/blob/aa/${'a'.repeat(52)}`]) {
        const written = encodeTarEntry({ path, kind: 'file', bytes }, 1_700_000_000);
        expect(written.length % 512).toBe(0);
        expect(decode(written)).toEqual({ entry: { path, kind: 'file', bytes }, next: written.length });
      }
    }
    expect(decode(encodeTarEntry({ path: 'A.case', kind: 'folder', bytes: 0 }, 0))).toMatchObject({ entry: { path: 'A.case', kind: 'folder' } });
    expect(decode(tarEnd)).toBe('end');
  });

  it('are understood by another tar, sizes beyond eight GiB too', () =>
    inTemporaryFolder(async (folder) => {
      const sizes = [5, 0o77777777777 + 12_345, 600];
      const path = join(folder, 'a.tar');
      const fd = openSync(path, 'w');
      let at = 0;
      sizes.forEach((bytes, index) => {
        at += writeSync(fd, encodeTarEntry({ path: `A.case/${index}`, kind: 'file', bytes }, 1_700_000_000), 0, undefined, at);
        at += bytes + upToBlock(bytes);
      });
      ftruncateSync(fd, at + tarEnd.length);
      closeSync(fd);
      const listed = execFileSync('tar', ['-tvf', path], { encoding: 'utf8' });
      expect([...listed.matchAll(/(\d+) \d{4}-\d\d-\d\d/g)].map(([, bytes]) => Number(bytes))).toEqual(sizes);
    }));

  it('are refused when a single byte of their header is another', () => {
    const written = encodeTarEntry({ path: 'A.case/case.a', kind: 'file', bytes: 8192 }, 1_700_000_000);
    for (let at = 0; at < 512; at += 1) {
      for (const bit of [1, 0x20, 0x80]) {
        const flipped = Buffer.from(written);
        flipped[at] = (flipped[at] ?? 0) ^ bit;
        expect(decode(flipped), `byte ${at}`).toBeNull();
      }
    }
    expect(decode(written.subarray(0, 511))).toBeNull();
  });

  it('may bear the names of a case and no others', () => {
    const blob = 'ab'.repeat(26);
    for (const path of ['case.a', 'case.b', 'README.txt', 'BACKUP', `blob/ab/${blob}`, 'snap/00000001-0011aabb']) expect(isCopiedFile(path), path).toBe(true);
    const wrong = [
      '',
      '.',
      '..',
      'case.c',
      'LOCK',
      'log',
      'log/',
      'log/../case.a',
      `blob/aa/${blob}`,
      `blob/${blob}`,
      `/blob/ab/${blob}`,
      `blob/ab/../ab/${blob}`,
      'snap/1',
      'snap/00000001-0011aabb.part',
      'CASE.A',
      'log/x/00000001.seg',
    ];
    for (const path of wrong) expect(isCopiedFile(path), path).toBe(false);
  });
});
