import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openBackup } from '#main/casefile/copy-source.ts';
import { readWhole } from '#main/casefile/file-system.ts';
import { encodeTarEntry, tarEnd, upToBlock } from '#main/casefile/tar-layout.ts';
import { good, inTemporaryFolder } from '#tests/harness/stored-case.ts';

const tar = Buffer.concat([
  encodeTarEntry({ path: 'A.case', kind: 'folder', bytes: 0 }, 7),
  encodeTarEntry({ path: 'A.case/case.a', kind: 'file', bytes: 4 }, 7),
  Buffer.from('head'),
  Buffer.alloc(upToBlock(4)),
  tarEnd,
]);
const refused = (problem: object) => ({ ok: false, problem });

it('a backup in a folder is read from there', () =>
  inTemporaryFolder(async (root) => {
    writeFileSync(join(root, 'case.a'), 'head');
    const backup = good(openBackup(root));
    expect(readWhole(backup.files, 'case.a').toString()).toBe('head');
    backup.close();
  }));

it('a backup in a tar file is read from there, until it is closed', () =>
  inTemporaryFolder(async (root) => {
    writeFileSync(join(root, 'a.tar'), tar);
    const backup = good(openBackup(join(root, 'a.tar')));
    expect(readWhole(backup.files, 'case.a').toString()).toBe('head');
    backup.close();
    expect(() => readWhole(backup.files, 'case.a')).toThrow('EBADF');
  }));

it.each<readonly [string, (path: string) => void, object]>([
  ['nothing', () => undefined, { kind: 'not-a-case' }],
  ['an empty folder', (path) => mkdirSync(path), { kind: 'not-a-case' }],
  ['a file that is no tar of ours', (path) => writeFileSync(path, 'a letter'), { kind: 'refused', rule: 'not-a-backup' }],
  ['an empty file', (path) => writeFileSync(path, ''), { kind: 'refused', rule: 'not-a-backup' }],
  [
    'a folder with a link in the place of a file',
    (path) => {
      mkdirSync(path);
      symlinkSync('/etc/hostname', join(path, 'case.a'));
    },
    { kind: 'refused', rule: 'not-a-backup' },
  ],
  ['a name that is too long', (path) => path, { kind: 'unreadable-file', item: 1, reason: 'input-output' }],
])('%s is no backup', (what, make, problem) =>
  inTemporaryFolder(async (root) => {
    const path = join(root, what === 'a name that is too long' ? 'n'.repeat(300) : 'Backup');
    make(path);
    expect(openBackup(path)).toEqual(refused(problem));
  }),
);

it('a place that no disk has is none, and a name that no disk can have cannot be read', () =>
  inTemporaryFolder(async (root) => {
    expect(openBackup(join(root, 'nowhere', 'Backup'))).toEqual(refused({ kind: 'not-a-case' }));
    expect(openBackup(join(root, 'a\0b'))).toEqual(refused({ kind: 'unreadable-file', item: 1, reason: 'input-output' }));
  }));
