import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { corroborate } from '#tests/harness/command-line.ts';
import { inTemporaryFolder } from '#tests/harness/stored-case.ts';

const made = async (...args: readonly string[]) => expect((await corroborate(args)).code).toBe(0);
const done = async (...args: readonly string[]) => {
  const run = await corroborate(args);
  expect([run.err, run.code]).toEqual(['', 0]);
  return run.out.trim();
};

describe('boards on the command line', { timeout: 120_000 }, () => {
  it('are saved, listed, written as SVG and GraphML and removed, and paths are told step by step', () =>
    inTemporaryFolder(async (parent) => {
      const folder = join(parent, 'a.case');
      await made('new', folder, '--title', 'Herons');
      const one = await done('claim', 'add', folder, '--text', 'Nine herons', '--asserter', 'AFP');
      const two = await done('claim', 'add', folder, '--text', 'No herons', '--asserter', 'The lake warden');
      await done('link', 'add', folder, two, 'contradicts', one);
      expect(await done('paths', folder, one, two)).toBe('Nine herons\n  ← contradicts ← No herons');
      const board = await done('board', 'save', folder, 'Who counted', one, two);
      expect(await done('board', 'list', folder)).toContain('Who counted');
      await done('board', 'export', folder, '--board', board, '--out', join(parent, 'herons.svg'));
      await done('board', 'export', folder, '--out', join(parent, 'herons.graphml'));
      expect(readFileSync(join(parent, 'herons.svg'), 'utf8')).toContain('No herons');
      expect(readFileSync(join(parent, 'herons.svg'), 'utf8')).not.toContain('lake warden</title>');
      expect(readFileSync(join(parent, 'herons.graphml'), 'utf8').match(/<node /g)?.length).toBe(4);
      await done('board', 'remove', folder, board);
      expect(await done('board', 'list', folder)).toBe('None.');
    }));

  it('say what is missing before a case is opened', async () => {
    expect(await corroborate(['board', 'export', 'a.case'])).toMatchObject({ code: 2, err: expect.stringContaining('--out FILE') });
    expect(await corroborate(['board', 'export', 'a.case', '--out', 'x.png'])).toMatchObject({ code: 2, err: expect.stringContaining('svg or graphml') });
  });
});

describe('the ledger on the command line', { timeout: 120_000 }, () => {
  it('changes several claims at once, splits one, and keeps filters', () =>
    inTemporaryFolder(async (parent) => {
      const folder = join(parent, 'a.case');
      await made('new', folder, '--title', 'Herons');
      const claim = (text: string) => done('claim', 'add', folder, '--text', text, '--asserter', 'AFP');
      const [one, two] = [await claim('Nine herons came and went'), await claim('No herons')];
      expect(await done('claim', 'edit', folder, one, two, '--finding', 'disputed', '--asserter', 'The warden')).toBe('Changed: 2');
      const [same, other] = (await done('claim', 'split', folder, one, 'Nine herons came', 'Nine herons went')).split('\n');
      expect([same, other]).toEqual([one, expect.stringMatching(/^[0-9a-f-]{36}$/)]);
      await done('claim', 'edit', folder, two, '--text', 'There were no herons');
      const filter = await done('filter', 'keep', folder, 'In dispute', '--finding', 'disputed', '--group', 'asserter');
      expect(await done('filter', 'list', folder)).toMatch(/ 2 +In dispute/);
      await done('filter', 'remove', folder, filter);
      expect(await done('filter', 'list', folder)).toBe('None.');
      expect(await corroborate(['claim', 'edit', folder, one])).toMatchObject({ code: 2, err: expect.stringContaining('Nothing to change') });
    }));

  it('shows the ledger filtered, sorted and gathered, and answers the same as one document', () =>
    inTemporaryFolder(async (parent) => {
      const folder = join(parent, 'a.case');
      await made('new', folder, '--title', 'Herons');
      const claim = (text: string, asserter: string) => done('claim', 'add', folder, '--text', text, '--asserter', asserter);
      const [nine, none, two] = [await claim('Nine herons', 'AFP'), await claim('No herons', 'The warden'), await claim('Two herons', 'AFP')];
      await done('claim', 'edit', folder, none, '--finding', 'disputed');
      const ledger = async (...options: readonly string[]) =>
        JSON.parse(await done('ledger', folder, '--json', ...options)) as { groups: { at: number; key: unknown; count: number }[]; claims: { id: string }[] };
      expect((await ledger()).claims.map(({ id }) => id)).toEqual([nine, none, two]);
      expect((await ledger('--sort', 'text', '--descending')).claims.map(({ id }) => id)).toEqual([two, none, nine]);
      expect((await ledger('--finding', 'disputed')).claims).toMatchObject([{ id: none, asserter: 'The warden' }]);
      expect((await ledger('--group', 'asserter')).groups).toEqual([
        { at: 0, key: 'AFP', count: 2 },
        { at: 2, key: 'The warden', count: 1 },
      ]);
      expect(await done('ledger', folder, '--group', 'finding')).toMatch(/unassessed \(2\)[\s\S]*disputed \(1\)|disputed \(1\)[\s\S]*unassessed \(2\)/);
      expect(await done('ledger', folder, '--match', 'cranes')).toBe('None.');
      expect(await corroborate(['ledger', folder, '--sort', 'colour'])).toMatchObject({ code: 2, err: expect.stringContaining('--sort') });
    }));

  it('tells what the notes leave open, and who goes by a role', () =>
    inTemporaryFolder(async (parent) => {
      const folder = join(parent, 'a.case');
      await made('new', folder, '--title', 'Herons');
      expect(await done('tasks', folder)).toBe('0 open, 0 done.');
      expect(await done('entity', 'roles', folder)).toBe('None.');
      await done('note', 'add', folder, '--text', '- [ ] Ask the warden\n- [x] Ring the lake', '--title', 'Questions');
      expect(await done('tasks', folder)).toMatch(/Questions +Ask the warden\n1 open, 1 done\.$/);
      expect(JSON.parse(await done('tasks', folder, '--json'))).toMatchObject({ open: [{ text: 'Ask the warden' }], openCount: 1, doneCount: 1 });
      await done('entity', 'add', folder, '--name', 'Ivan Heron', '--role', 'ringer 1');
      expect(await done('entity', 'roles', folder)).toMatch(/ringer 1 +Ivan Heron/);
      expect(JSON.parse(await done('entity', 'roles', folder, '--json'))).toMatchObject([{ role: 'ringer 1', names: ['Ivan Heron'] }]);
    }));
});
