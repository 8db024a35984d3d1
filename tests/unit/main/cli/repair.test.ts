import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { corroborate } from '#tests/harness/command-line.ts';
import { inTemporaryFolder } from '#tests/harness/stored-case.ts';

/** A case with three notes, each written in a session of its own. */
async function caseWithNotes(parent: string): Promise<string> {
  const folder = join(parent, 'a.case');
  expect((await corroborate(['new', folder, '--title', 'Herons'])).code).toBe(0);
  for (const text of ['first', 'second', 'third']) expect((await corroborate(['note', 'add', folder, '--text', text])).code).toBe(0);
  return folder;
}
function flip(path: string, at: number): void {
  const bytes = readFileSync(path);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(path, bytes);
}

describe('repair on the command line', { timeout: 120_000 }, () => {
  it('makes a case that the same passphrase opens, and says that nothing is lost with one snapshot', () =>
    inTemporaryFolder(async (parent) => {
      const folder = await caseWithNotes(parent);
      const snapshots = readdirSync(join(folder, 'snap')).sort();
      flip(join(folder, 'snap', snapshots.at(-1) ?? ''), 200);
      const damaged = await corroborate(['verify', folder, '--quick']);
      expect([damaged.code, damaged.out]).toEqual([1, expect.stringContaining('A snapshot could not be used')]);
      const repaired = await corroborate(['repair', folder, join(parent, 'new.case')]);
      expect([repaired.code, repaired.err]).toEqual([0, '']);
      expect(repaired.out).toContain('Nothing is lost.');
      const listed = await corroborate(['list', join(parent, 'new.case'), 'notes', '--json']);
      for (const text of ['first', 'second', 'third']) expect(listed.out).toContain(text);
      expect((await corroborate(['verify', join(parent, 'new.case')])).code).toBe(0);
    }));

  it('needs a header kept elsewhere when both are lost, and refuses to write into the damaged case', () =>
    inTemporaryFolder(async (parent) => {
      const folder = await caseWithNotes(parent);
      copyFileSync(join(folder, 'case.a'), join(parent, 'header'));
      for (const name of ['case.a', 'case.b']) rmSync(join(folder, name));
      const target = join(parent, 'new.case');
      const refused = await corroborate(['repair', folder, target, '--json']);
      expect([refused.code, refused.json()]).toEqual([1, { problem: { kind: 'case-damaged', part: 'header' } }]);
      expect(existsSync(target)).toBe(false);
      expect((await corroborate(['repair', folder, join(folder, 'new.case'), '--header', join(parent, 'header')])).code).toBe(1);
      const repaired = await corroborate(['repair', folder, target, '--header', join(parent, 'header'), '--json']);
      expect(repaired.json()).toMatchObject({ lost: { edits: [], blobs: [], beginning: false }, kept: { objects: 3 } });
    }));

  it('leaves nothing behind when it is cancelled', () =>
    inTemporaryFolder(async (parent) => {
      const folder = await caseWithNotes(parent);
      const onInterrupt = (listener: () => void) => {
        listener();
        return () => undefined;
      };
      const cancelled = await corroborate(['repair', folder, join(parent, 'new.case'), '--json'], { onInterrupt });
      expect(cancelled.json()).toEqual({ problem: { kind: 'cancelled' } });
      expect(existsSync(join(parent, 'new.case'))).toBe(false);
    }));
});
