import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { corroborate } from '#tests/harness/command-line.ts';
import { inTemporaryFolder } from '#tests/harness/stored-case.ts';

const done = async (...args: readonly string[]) => {
  const run = await corroborate(args);
  expect([run.err, run.code]).toEqual(['', 0]);
  return run.out.trim();
};

describe('watch terms on the command line', { timeout: 120_000 }, () => {
  it('are added, named by an import that brings them, listed, changed and removed', () =>
    inTemporaryFolder(async (folder) => {
      const box = join(folder, 'a.case');
      expect((await corroborate(['new', box, '--title', 'Herons'])).code).toBe(0);
      const id = await done('watch', 'add', box, 'Vladimir', 'Putin', '--reason', 'Who was met?');
      await done('watch', 'add', box, 'чапля');
      writeFileSync(join(folder, 'a.txt'), 'Vladimir Putin and Vladimir Putin.');
      writeFileSync(join(folder, 'b.txt'), 'Nothing of the kind.');
      const imported = await corroborate(['import', box, join(folder, 'b.txt'), join(folder, 'a.txt')]);
      expect([imported.code, imported.err]).toEqual([0, 'File 2: 1 watch term found: Vladimir Putin ×2\n']);
      writeFileSync(join(folder, 'c.txt'), 'Putin? No: vladimir putin.');
      expect(JSON.parse((await corroborate(['import', box, join(folder, 'c.txt'), '--json'])).out)).toMatchObject([{ watched: [{ id, times: 1 }] }]);
      expect(await done('watch', 'list', box)).toMatch(/ID +EXHIBITS +TIMES +WORDS +REASON\n\S+ +2 +3 +Vladimir Putin +Who was met\?\n\S+ +0 +0 +чапля/);
      await done('watch', 'edit', box, id, '--words', 'Putin');
      expect(JSON.parse(await done('watch', 'list', box, '--json'))).toMatchObject([
        { id, kind: 'watch', term: 'Putin', reason: 'Who was met?', exhibits: 2, times: 4 },
        {},
      ]);
      await done('watch', 'remove', box, id);
      expect(await done('watch', 'list', box)).not.toContain('Putin');
    }));
});
