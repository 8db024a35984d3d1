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

describe('searches on the command line', { timeout: 120_000 }, () => {
  it('are saved, listed with how much they find, asked by name, renamed and removed', () =>
    inTemporaryFolder(async (folder) => {
      const box = join(folder, 'a.case');
      expect((await corroborate(['new', box, '--title', 'Herons'])).code).toBe(0);
      writeFileSync(join(folder, 'a.txt'), 'Nine herons were counted.');
      await done('import', box, join(folder, 'a.txt'));
      const id = await done('search', 'save', box, 'Чаплі', 'heron', 'kind:evidence');
      expect(await done('search', 'list', box)).toMatch(/ID +FOUND +NAME +QUERY\n\S+ +1 +Чаплі +heron kind:evidence/);
      expect(JSON.parse(await done('search', 'list', box, '--json'))).toMatchObject([
        { id, kind: 'search', title: 'Чаплі', query: 'heron kind:evidence', hits: 1 },
      ]);
      const found = JSON.parse(await done('search', box, '--saved', 'чаплі', '--json'));
      expect(found).toMatchObject([{ kind: 'evidence', label: 'a.txt' }]);
      expect(JSON.parse(await done('search', box, 'heron', 'kind:evidence', '--json'))).toEqual(found);
      await done('search', 'rename', box, id, 'Herons');
      const unknown = await corroborate(['search', box, '--saved', 'Чаплі']);
      expect([unknown.code, unknown.out]).toEqual([1, '']);
      expect(unknown.err).toContain('the name of a saved search');
      expect(unknown.err).not.toContain('Чаплі');
      await done('search', 'remove', box, id);
      expect(await done('search', 'list', box)).toBe('None.');
    }));
});
