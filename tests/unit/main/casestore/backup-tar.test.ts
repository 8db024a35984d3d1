import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCase } from '#main/casestore/case-store.ts';
import { restoreCase } from '#main/casestore/restore-case.ts';
import { filesBelow, inCaseWithExhibits, recordOf, soundRecordIn } from '#tests/harness/copied-case.ts';
import { countingFacts, good, samplePassphrase, silently, writesNote } from '#tests/harness/stored-case.ts';

const passphrase = samplePassphrase;
const restore = (from: string, to: string, secret = passphrase) => restoreCase(from, to, { passphrase: secret }, countingFacts(), silently);

describe('a backup in one tar file', { timeout: 120_000 }, () => {
  it('is read by any tar, and the folder that tar unpacks opens', () =>
    inCaseWithExhibits(async (open, parent) => {
      const to = join(parent, '2026-11-23.case.tar');
      const made = good(await open.copies.backUp(to, 'tar', silently));
      expect(made).toMatchObject({ place: to, edits: 15, damaged: 0 });
      expect(statSync(to).mode & 0o777).toBe(0o600);
      const listed = execFileSync('tar', ['-tf', to], { encoding: 'utf8' }).trim().split('\n');
      expect(listed).toContain('2026-11-23.case/case.a');
      expect(listed.filter((name) => !name.endsWith('/'))).toHaveLength(made.files);
      execFileSync('tar', ['-xf', to, '-C', parent]);
      expect(await soundRecordIn(join(parent, '2026-11-23.case'))).toEqual(recordOf(open));
      const worked = await open.close().then(() => openCase(join(parent, '2026-11-23.case'), { passphrase }, countingFacts()));
      good(await good(worked).commit(writesNote(900)));
      good(await good(worked).close());
    }));

  it('is restored into a new folder that holds the same bytes as the case', () =>
    inCaseWithExhibits(async (open, parent, folder) => {
      const to = join(parent, 'Backup.tar');
      good(await open.copies.backUp(to, 'tar', silently));
      const restored = good(await restore(to, join(parent, 'Restored.case')));
      expect(restored).toMatchObject({ edits: 15, damaged: 0, headWords: open.headWords() });
      const there = filesBelow(join(parent, 'Restored.case'));
      const here = filesBelow(folder);
      expect([...there.keys()]).toEqual([...here.keys()].filter((name) => name !== 'LOCK'));
      for (const [name, bytes] of there) expect(here.get(name), name).toBe(bytes);
      expect(await restore(to, join(parent, 'Restored.case'))).toEqual({ ok: false, problem: { kind: 'folder-not-empty' } });
      expect(await restore(to, join(parent, 'Other.case'), new TextEncoder().encode('not the passphrase'))).toEqual({
        ok: false,
        problem: { kind: 'wrong-passphrase' },
      });
      expect(await restore(join(parent, 'nothing.tar'), join(parent, 'Other.case'))).toEqual({ ok: false, problem: { kind: 'not-a-case' } });
      expect(existsSync(join(parent, 'Other.case'))).toBe(false);
    }));

  it('is never written over a file that is there', () =>
    inCaseWithExhibits(async (open, parent) => {
      const to = join(parent, 'Backup.tar');
      writeFileSync(to, 'a letter');
      expect(await open.copies.backUp(to, 'tar', silently)).toMatchObject({ ok: false, problem: { kind: 'invalid-input', where: 'to' } });
      expect(readFileSync(to, 'utf8')).toBe('a letter');
    }));

  it('is refused whole when anything in it is not what our writer writes', () =>
    inCaseWithExhibits(async (open, parent, folder) => {
      const to = join(parent, 'Backup.tar');
      good(await open.copies.backUp(to, 'tar', silently));
      const tar = readFileSync(to);
      const inside = join(parent, 'hostile');
      cpSync(folder, join(inside, 'Root.case'), { recursive: true });
      const made = (name: string, ...args: string[]): string => {
        execFileSync('tar', ['-cf', join(parent, name), '-C', inside, ...args]);
        return join(parent, name);
      };
      writeFileSync(join(inside, 'extra'), 'x');
      execFileSync('ln', ['-s', '/etc/passwd', join(inside, 'Root.case', 'log', 'link')]);
      const patched = (name: string, change: (copy: Buffer) => Buffer | undefined): string => {
        const copy = Buffer.from(tar);
        writeFileSync(join(parent, name), change(copy) ?? copy);
        return join(parent, name);
      };
      const firstFile = 512;
      const withSum = (copy: Buffer, at: number) => {
        copy.write('        ', at + 148, 'latin1');
        const sum = copy.subarray(at, at + 512).reduce((total, byte) => total + byte, 0);
        copy.write(`${sum.toString(8).padStart(6, '0')}\0 `, at + 148, 'latin1');
      };
      const hostile = [
        made('gnu.tar', '--format=gnu', 'Root.case'),
        made('outside.tar', '--format=ustar', '-P', '--transform=s,^,../,', 'Root.case/case.a'),
        made('absolute.tar', '--format=ustar', '-P', join(inside, 'extra')),
        made('sparse.tar', '--format=posix', '--sparse', 'Root.case'),
        patched('wrong-sum.tar', (copy) => void copy.write('7', firstFile + 120, 'latin1')),
        ...['1', '2', '3', '4', '6', '7', 'S', 'L', 'g', 'x', '\0'].map((flag) =>
          patched(`flag-${flag.charCodeAt(0)}.tar`, (copy) => {
            copy.write(flag, firstFile + 156, 'latin1');
            withSum(copy, firstFile);
            return copy;
          }),
        ),
        ...['Backup/../case.a', 'Backup/case.c', '/case.a', 'Backup/log/x.seg', 'Backup/blob/aa/../../case.a', 'Other/case.a'].map((name, index) =>
          patched(`name-${index}.tar`, (copy) => {
            copy.fill(0, firstFile, firstFile + 100);
            copy.write(name, firstFile, 'latin1');
            withSum(copy, firstFile);
            return copy;
          }),
        ),
        ...['77777777777', '00000020001', '0000002000 '].map((size, index) =>
          patched(`size-${index}.tar`, (copy) => {
            copy.write(size, firstFile + 124, 'latin1');
            withSum(copy, firstFile);
            return copy;
          }),
        ),
        patched('twice.tar', (copy) => Buffer.concat([copy.subarray(0, 512), copy.subarray(512, 512 + 512 + 8192), copy.subarray(512)])),
        patched('cut.tar', (copy) => copy.subarray(0, copy.length - 1024)),
        patched('half.tar', (copy) => copy.subarray(0, Math.floor(copy.length / 2))),
        patched('behind.tar', (copy) => Buffer.concat([copy, Buffer.from('something')])),
        patched('much-behind.tar', (copy) => Buffer.concat([copy, Buffer.alloc(100_000)])),
        patched('empty.tar', () => Buffer.alloc(1024)),
        patched('nothing.tar', () => Buffer.alloc(0)),
      ];
      for (const path of hostile) {
        expect(await restore(path, join(parent, 'Restored.case')), path).toEqual({ ok: false, problem: { kind: 'refused', rule: 'not-a-backup' } });
      }
      expect(readdirSync(parent).filter((name) => name.startsWith('Restored'))).toEqual([]);
      // A folder that holds a link is refused too: it could lead anywhere.
      expect(await restore(join(inside, 'Root.case'), join(parent, 'Restored.case'))).toMatchObject({ ok: true });
      execFileSync('mv', [join(inside, 'Root.case', 'case.b'), join(inside, 'case.b')]);
      execFileSync('ln', ['-s', join(inside, 'case.b'), join(inside, 'Root.case', 'case.b')]);
      expect(await restore(join(inside, 'Root.case'), join(parent, 'Again.case'))).toEqual({ ok: false, problem: { kind: 'refused', rule: 'not-a-backup' } });
    }));

  it('gives the state that was copied or says what is wrong, whichever byte of it was changed', () =>
    inCaseWithExhibits(async (open, parent) => {
      const to = join(parent, 'Backup.tar');
      good(await open.copies.backUp(to, 'tar', silently));
      const tar = readFileSync(to);
      const expected = recordOf(open);
      const outcomes = new Set<string>();
      for (let at = 300; at < tar.length; at += Math.floor(tar.length / 14)) {
        const copy = Buffer.from(tar);
        copy[at] = (copy[at] ?? 0) ^ 0x10;
        writeFileSync(join(parent, 'flipped.tar'), copy);
        const folder = join(parent, `At-${at}.case`);
        const restored = await restore(join(parent, 'flipped.tar'), folder);
        if (restored.ok && restored.value.damaged === 0) expect(await soundRecordIn(folder)).toEqual(expected);
        outcomes.add(restored.ok ? `restored, ${restored.value.damaged} damaged` : restored.problem.kind);
      }
      expect(outcomes).toContain('restored, 1 damaged');
    }));
});
