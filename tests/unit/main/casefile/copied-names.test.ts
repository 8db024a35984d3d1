import { expect, it } from 'vitest';
import { isCopiedFile, isCopiedFolder } from '#main/casefile/copied-names.ts';

const blob = `ab${'c'.repeat(50)}`;
const segment = `00000001-${'0a'.repeat(16)}.seg`;
const snapshot = '00000001-0011aabb';

it.each(['case.a', 'case.b', 'README.txt', 'BACKUP', `log/${segment}`, `snap/${snapshot}`, 'escrow/0001-0a0b0c0d.age', `blob/ab/${blob}`])(
  '%s is a file of a copy',
  (path) => {
    expect(isCopiedFile(path)).toBe(true);
  },
);

it.each([
  '',
  'LOCK',
  'case.c',
  'log',
  'snap',
  'escrow',
  'blob',
  segment,
  blob,
  '0001-0a0b0c0d.age',
  'log/notes.txt',
  'snap/notes.txt',
  'escrow/notes.txt',
  `log/x/${segment}`,
  `snap/x/${snapshot}`,
  'escrow/x/0001-0a0b0c0d.age',
  `log/${segment}/x`,
  `blob/${blob}`,
  `blob/ac/${blob}`,
  `blob/ab/x/${blob}`,
  'blob/ab/notes.txt',
  `log/ab/${blob}`,
  `/case.a`,
  'log/case.a',
])('%j is no file of a copy', (path) => {
  expect(isCopiedFile(path)).toBe(false);
});

it('the folders of a copy are those of a case, and those of blobs by their first two letters', () => {
  for (const path of ['log', 'snap', 'blob', 'escrow', 'blob/ab', 'blob/27', 'blob/z7']) expect(isCopiedFolder(path), path).toBe(true);
  for (const path of ['', '.', 'logs', 'index', 'blob/', 'blob/a', 'blob/abc', 'blob/a1', 'blob/a8', 'blob/AB', 'blob/ab/', 'xblob/ab', 'blob/ab\n'])
    expect(isCopiedFolder(path), JSON.stringify(path)).toBe(false);
});
