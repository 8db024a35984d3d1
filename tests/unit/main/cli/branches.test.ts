import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Branch } from '#shared/contract/care.ts';
import { corroborate } from '#tests/harness/command-line.ts';
import { inTemporaryFolder } from '#tests/harness/stored-case.ts';

/** A case that was copied, written in both copies, and put together again by something that knows nothing of cases. */
async function forkedFolder(parent: string, here = ['alpha'], there = ['omega']): Promise<string> {
  const [folder, copy] = [join(parent, 'a.case'), join(parent, 'b.case')];
  expect((await corroborate(['new', folder, '--title', 'Herons'])).code).toBe(0);
  cpSync(folder, copy, { recursive: true });
  for (const text of here) expect((await corroborate(['note', 'add', folder, '--text', text])).code).toBe(0);
  for (const text of there) expect((await corroborate(['note', 'add', copy, '--text', text])).code).toBe(0);
  for (const part of ['log', 'snap', 'blob']) cpSync(join(copy, part), join(folder, part), { recursive: true });
  return folder;
}
const branchesOf = async (folder: string) => (await corroborate(['branches', 'list', folder, '--json'])).json() as readonly Branch[];
const notesOf = async (folder: string, ...more: readonly string[]) => {
  const listed = await corroborate(['list', folder, 'notes', ...more]);
  return ['alpha', 'omega'].filter((text) => listed.out.includes(text));
};

describe('branches on the command line', { timeout: 120_000 }, () => {
  it('are listed, looked into, merged and settled, and only then are no finding any more', () =>
    inTemporaryFolder(async (parent) => {
      const folder = await forkedFolder(parent);
      const told = await corroborate(['branches', 'list', folder]);
      expect(told.err).toContain('written in two places at once');
      expect(told.out.split('\n').filter((line) => /^[0-9a-f]{12}/.test(line))).toHaveLength(2);
      const branch = (await branchesOf(folder)).find(({ isTrunk }) => !isTrunk)?.id ?? '';
      expect([...(await notesOf(folder)), ...(await notesOf(folder, '--branch', branch))].sort()).toEqual(['alpha', 'omega']);
      expect((await corroborate(['branches', 'show', folder, branch])).out).toContain('can be made');
      const merged = await corroborate(['branches', 'merge', folder, branch, '--settle']);
      expect([merged.code, merged.out]).toEqual([0, expect.stringContaining('One edit was made again')]);
      expect(await notesOf(folder)).toEqual(['alpha', 'omega']);
      expect((await corroborate(['verify', folder])).code).toBe(0);
    }));

  it('stop at Ctrl-C with the edits made so far, are not settled then, and go on from there', () =>
    inTemporaryFolder(async (parent) => {
      const folder = await forkedFolder(parent, ['alpha', 'beta'], ['omega', 'psi']);
      expect((await corroborate(['branches', 'list', folder])).out).toContain('parted before what is kept of the log');
      const branch = (await branchesOf(folder)).find(({ isTrunk }) => !isTrunk)?.id ?? '';
      let press = () => {};
      const shown: string[] = [];
      const stopped = await corroborate(['branches', 'merge', folder, branch, '--settle', '--json'], {
        onInterrupt: (listener) => {
          press = listener;
          return () => undefined;
        },
        sayProgress: (line) => {
          shown.push(line);
          if (line.startsWith('Writing')) press();
        },
      });
      const { applied, left, settled } = stopped.json() as { readonly applied: number; readonly left: number; readonly settled: boolean };
      expect([stopped.code, applied + left, left > 0, settled]).toEqual([1, 2, true, false]);
      expect(shown).toContain('Writing 0 %');
      const again = await corroborate(['branches', 'merge', folder, branch, '--settle', '--json']);
      expect([again.code, again.json()]).toEqual([0, { applied: left, left: 0, conflicts: [], settled: true }]);
      expect((await corroborate(['verify', folder])).code).toBe(0);
    }));

  it('refuse a name that no branch has, and say so when there are none', () =>
    inTemporaryFolder(async (parent) => {
      const folder = join(parent, 'a.case');
      expect((await corroborate(['new', folder, '--title', 'Herons'])).code).toBe(0);
      expect((await corroborate(['branches', 'list', folder])).out).toBe('Nobody has written beside the trunk.\n');
      expect((await corroborate(['branches', 'show', folder, 'no-branch'])).code).toBe(2);
      const unknown = await corroborate(['branches', 'merge', folder, '0123456789ab', '--json']);
      expect([unknown.code, unknown.json()]).toEqual([1, { problem: { kind: 'not-found', what: 'branch', id: '0123456789ab' } }]);
    }));
});
