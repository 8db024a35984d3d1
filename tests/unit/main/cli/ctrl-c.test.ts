import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { corroborate, type Run, usualPassphrase } from '#tests/harness/command-line.ts';
import { filesBelow } from '#tests/harness/copied-case.ts';
import { inTemporaryFolder } from '#tests/harness/stored-case.ts';

/** Presses Ctrl-C at the first line of progress, not before; and what was shown. */
async function pressedAtWork(args: readonly string[]): Promise<Run & { readonly shown: readonly string[] }> {
  const listeners = new Set<() => void>();
  const shown: string[] = [];
  const run = await corroborate(args, {
    env: {
      CORROBORATE_PASSPHRASE: usualPassphrase,
      CORROBORATE_NEW_PASSPHRASE: 'seven other random words in a row',
      CORROBORATE_HANDOVER_PASSPHRASE: 'words for whoever gets it',
    },
    onInterrupt: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    sayProgress: (line) => {
      if (line === '') return;
      shown.push(line);
      for (const listener of listeners) listener();
    },
  });
  return { ...run, shown };
}

describe('Ctrl-C, once the work has begun and shows how far it is', { timeout: 180_000 }, () => {
  it('ends every long command with 1, without a half-written thing, and the case is as it was', () =>
    inTemporaryFolder(async (parent) => {
      const at = (name: string) => join(parent, name);
      writeFileSync(at('letter.txt'), 'Dear all, the train left at nine.');
      for (const args of [
        ['new', at('a.case'), '--title', 'Exercise'],
        ['import', at('a.case'), at('letter.txt')],
        ['note', 'add', at('a.case'), '--text', 'The train left at nine'],
        ['backup', at('a.case'), at('Backup.case')],
        ['dossier', at('a.case'), '--out', at('Dossier'), '--profile', 'court'],
        ['custody', 'export', at('a.case'), at('Log')],
      ])
        expect([args[0], (await corroborate(args)).code]).toEqual([args[0], 0]);
      const before = [readdirSync(parent), filesBelow(at('Backup.case')), filesBelow(at('Dossier')), filesBelow(at('Log'))];
      for (const args of [
        ['verify', at('a.case')],
        ['verify', at('Dossier')],
        ['custody', 'verify', at('Log')],
        ['dossier', at('a.case'), '--out', at('Other'), '--profile', 'court', '--format', 'all'],
        ['handover', at('Dossier'), '--out', at('Other'), '--by-passphrase'],
        ['backup', at('a.case'), at('Other.case')],
        ['restore', at('Backup.case'), at('Other.case')],
        ['repair', at('a.case'), at('Other.case')],
        ['rekey', at('a.case'), at('Other.case')],
        ['compact', at('a.case'), '--yes'],
      ]) {
        const { code, err, shown } = await pressedAtWork(args);
        expect([args.slice(0, 2), code, err, shown.length > 0]).toEqual([args.slice(0, 2), 1, expect.stringContaining('Cancelled'), true]);
      }
      expect([readdirSync(parent), filesBelow(at('Backup.case')), filesBelow(at('Dossier')), filesBelow(at('Log'))]).toEqual(before);
      expect((await corroborate(['verify', at('a.case')])).code).toBe(0);
    }));
});
