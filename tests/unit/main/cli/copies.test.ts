import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCaseHost } from '#main/caseprocess/case-host.ts';
import { corroborate, usualPassphrase } from '#tests/harness/command-line.ts';
import { filesBelow } from '#tests/harness/copied-case.ts';
import { testSurroundings } from '#tests/harness/hosted-case.ts';
import { good, inTemporaryFolder } from '#tests/harness/stored-case.ts';

/** A case with one exhibit and one note, made by the program. */
async function inCase<T>(work: (folder: string, parent: string) => Promise<T>): Promise<T> {
  return inTemporaryFolder(async (parent) => {
    const folder = join(parent, 'Exercise.case');
    writeFileSync(join(parent, 'letter.txt'), 'Dear all, the train left at nine.');
    expect((await corroborate(['new', folder, '--title', 'Exercise'])).code).toBe(0);
    expect((await corroborate(['import', folder, join(parent, 'letter.txt')])).code).toBe(0);
    return work(folder, parent);
  });
}

describe('copies on the command line', { timeout: 180_000 }, () => {
  it('backs a case up as a folder and as a tar file, brings the folder up to date, and restores both', () =>
    inCase(async (folder, parent) => {
      const first = await corroborate(['backup', folder, join(parent, 'Backup.case'), '--json']);
      expect(first.code).toBe(0);
      expect(first.json()).toMatchObject({ as: 'folder', damaged: 0, notedInCustody: true });
      const second = await corroborate(['backup', folder, join(parent, 'Backup.case')]);
      expect(second.code).toBe(0);
      expect(second.out).toContain('every byte is authentic');
      const tar = await corroborate(['backup', folder, join(parent, 'Backup.tar'), '--json']);
      expect(tar.json()).toMatchObject({ as: 'tar', damaged: 0 });
      for (const backup of ['Backup.case', 'Backup.tar']) {
        const restored = await corroborate(['restore', join(parent, backup), join(parent, `From ${backup}`)]);
        expect(restored.code, restored.err).toBe(0);
        expect((await corroborate(['verify', join(parent, `From ${backup}`)])).code).toBe(0);
      }
      const again = await corroborate(['backup', folder, join(parent, 'Backup.tar')]);
      expect(again.code).toBe(1);
      expect(again.err).toContain('does not exist yet');
      const hostile = await corroborate(['restore', join(parent, 'letter.txt'), join(parent, 'No.case'), '--json']);
      expect(hostile.code).toBe(1);
      expect(hostile.json()).toEqual({ problem: { kind: 'refused', rule: 'not-a-backup' } });
      expect(existsSync(join(parent, 'No.case'))).toBe(false);
    }));

  it('backs up a case that is open in a window', () =>
    inCase(async (folder, parent) => {
      const window = good(await openCaseHost(folder, { passphrase: new TextEncoder().encode(usualPassphrase) }, testSurroundings()));
      good(await window.command('notes/write', { text: 'while the window is open', title: null, aboutIds: [] }));
      const made = await corroborate(['backup', folder, join(parent, 'Backup.tar'), '--json']);
      expect(made.code, made.err).toBe(0);
      expect(made.json()).toMatchObject({ notedInCustody: false, damaged: 0 });
      await window.close();
      expect((await corroborate(['restore', join(parent, 'Backup.tar'), join(parent, 'Restored.case')])).code).toBe(0);
      const notes = await corroborate(['list', join(parent, 'Restored.case'), 'notes', '--json']);
      expect(notes.out).toContain('while the window is open');
    }));

  it('lists what compacting would remove, and removes it when told to', () =>
    inCase(async (folder) => {
      const listed = await corroborate(['list', folder, 'evidence', '--json']);
      const before = filesBelow(folder);
      const shown = await corroborate(['compact', folder, '--json']);
      expect(shown.code).toBe(0);
      expect(shown.json()).toMatchObject({ removed: false, blobs: [] });
      expect(filesBelow(folder)).toEqual(before);
      const done = await corroborate(['compact', folder, '--yes']);
      expect(done.code, done.err).toBe(0);
      expect(done.out).toContain('Removed for good');
      expect((await corroborate(['verify', folder])).code).toBe(0);
      expect((await corroborate(['list', folder, 'evidence', '--json'])).out).toBe(listed.out);
    }));

  it('encrypts a case anew, says what that does not protect, and leaves the old one as it was', () =>
    inCase(async (folder, parent) => {
      const before = filesBelow(folder);
      const env = { CORROBORATE_PASSPHRASE: usualPassphrase, CORROBORATE_NEW_PASSPHRASE: 'seven other random words in a row' };
      const made = await corroborate(['rekey', folder, join(parent, 'New.case')], { env });
      expect(made.code, made.err).toBe(0);
      expect(made.err).toContain('New recovery words');
      expect(made.out).toContain('still open with the old passphrases');
      expect(filesBelow(folder)).toEqual(before);
      expect((await corroborate(['verify', join(parent, 'New.case')])).code).toBe(1);
      const renewed = { env: { CORROBORATE_PASSPHRASE: 'seven other random words in a row' } };
      expect((await corroborate(['verify', join(parent, 'New.case')], renewed)).code).toBe(0);
      // Sealed files have other names under another key; everything else is the same.
      const unnamed = (text: string) => text.replaceAll(/"blob": "[a-z2-7]{52}"/g, '');
      const old = await corroborate(['list', folder, 'evidence', '--json']);
      const anew = await corroborate(['list', join(parent, 'New.case'), 'evidence', '--json'], renewed);
      expect(anew.out).not.toBe(old.out);
      expect(unnamed(anew.out)).toBe(unnamed(old.out));
    }));

  it('stops at Ctrl-C and leaves nothing', () =>
    inCase(async (folder, parent) => {
      const pressed = {
        onInterrupt: (listener: () => void) => {
          setTimeout(listener, 0);
          return () => undefined;
        },
        env: { CORROBORATE_PASSPHRASE: usualPassphrase, CORROBORATE_NEW_PASSPHRASE: 'seven other random words in a row' },
      };
      expect((await corroborate(['backup', folder, join(parent, 'Backup.case')], { env: pressed.env })).code).toBe(0);
      const names = readdirSync(parent);
      for (const args of [
        ['backup', folder, join(parent, 'Other.case')],
        ['restore', join(parent, 'Backup.case'), join(parent, 'Other.case')],
        ['rekey', folder, join(parent, 'Other.case')],
      ]) {
        const run = await corroborate(args, pressed);
        expect([args[0], run.code, run.err]).toEqual([args[0], 1, expect.stringContaining('Cancelled')]);
      }
      expect(readdirSync(parent)).toEqual(names);
    }));
});
