import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandList } from '#main/cli/command-list.ts';
import { corroborate, usualPassphrase } from '#tests/harness/command-line.ts';
import { answeringQuarantine, testSurroundings } from '#tests/harness/hosted-case.ts';
import { inTemporaryFolder } from '#tests/harness/stored-case.ts';

const id = '0194a000-0000-7000-8000-000000000001';

describe('wrong usage', () => {
  const wrong: readonly (readonly [readonly string[], RegExp])[] = [
    [[], /corroborate COMMAND/],
    [['frobnicate'], /no such command/],
    [['new'], /Something is missing/],
    [['new', 'x.case'], /--title/],
    [['new', 'x.case', '--title'], /needs a value/],
    [['new', 'x.case', '--title', '  '], /--title: must not be empty/],
    [['new', 'x.case', '--title', 'a', '--title', 'b'], /once/],
    [['new', 'x.case', '--title', 'a', '--colour', 'b'], /no option --colour/],
    [['new', 'x.case', '--title', 'a', '--passphrase', 'hunter2'], /never given as an argument/],
    [['list', 'x.case', 'people'], /List what/],
    [['list', 'x.case', 'claims', 'links'], /too many/],
    [['claim', 'add', 'x.case', '--text', 'a'], /--asserter/],
    [['claim', 'add', 'x.case', '--text', 'a', '--asserter', 'b', '--act', 'shouted'], /--act/],
    [['claim', 'add', 'x.case', '--text', 'a', '--asserter', 'b', '--said-at', 'yesterday'], /--said-at/],
    [['claim', 'add', 'x.case', '--text', 'a', '--asserter', 'b', '--quote', 'c'], /--evidence/],
    [['claim', 'add', 'x.case', '--text', 'a', '--asserter', 'b', '--evidence', 'E1'], /--evidence/],
    [['claim', 'add', 'x.case', '--text', 'a', '--asserter', 'b', '--evidence', id, '--region', '1,2,3'], /--region/],
    [['link', 'add', 'x.case', id, 'likes', id], /TYPE: one of supports, contradicts, refutes/],
    [['show', 'x.case', 'E1'], /ID: an ID, as list and import print it/],
    [['search', 'x.case'], /QUERY, or --saved NAME/],
    [['search', 'x.case', 'a', '--saved', 'b'], /QUERY, or --saved NAME/],
    [['search', 'save', 'x.case', ' ', 'a'], /NAME: must not be empty/],
    [['search', 'remove', 'x.case', 'b'], /ID: an ID/],
    [['watch', 'add', 'x.case', '…'], /WORDS: at least one letter or digit/],
    [['watch', 'edit', 'x.case', id], /--words, --reason/],
    [['watch', 'remove', 'x.case', 'b'], /ID: an ID/],
    [['claim'], /claim add CASE/],
    [['rate', 'x.case', id], /Nothing to rate/],
    [['rate', 'x.case', id, '--source', 'G'], /--source/],
    [['rate', 'x.case', id, '--credibility', '7'], /--credibility/],
    [['note', 'add', 'x.case'], /either in --text/],
    [['mark', 'x.case', id, '--at-risk', 'sad'], /--at-risk/],
    [['redact', 'recording', 'x.case', id, '--reason', 'r', '--silence', '5'], /--silence: FROM-TO/],
    [['redact', 'recording', 'x.case', id, '--reason', 'r', '--tone', '0:09-0:05'], /--tone: FROM-TO/],
    [['redact', 'recording', 'x.case', id, '--reason', 'r', '--cover', '0:01-0:05=1,2,3'], /--cover: FROM-TO=X,Y,W,H/],
    [['export', 'x.case', id], /--out/],
    [['dossier', 'x.case', '--out', 'd', '--format', 'epub'], /--format/],
    [['dossier', 'x.case', '--out', 'd', '--profile', 'secret'], /--profile/],
    [['import', 'x.case', 'f', '--language', 'not a tag'], /--language/],
    [['passphrase', 'x.case', 'reveal'], /change/],
    [['keys'], /keys list CASE/],
    [['keys', 'escrow', 'x.case'], /To whom/],
    [['keys', 'check-share'], /Which share/],
    [['keys', 'split', 'x.case', '--shares', '3'], /--needed: a number/],
    [['recover', 'x.case', '--others', 'burn'], /keep, remove/],
  ];
  it.each(wrong)('is told before anything is opened: %j', async (args, told) => {
    const run = await corroborate(args, { env: {} });
    expect(run.err).toMatch(told);
    expect([run.code, run.out]).toEqual([2, '']);
  });

  it('without a terminal says the ways to give a passphrase', async () => {
    const run = await corroborate(['list', 'x.case', 'claims'], { env: {} });
    expect(run.code).toBe(2);
    for (const way of ['CORROBORATE_PASSPHRASE', '--passphrase-file', 'terminal']) expect(run.err).toContain(way);
  });

  it('is helped: every command tells its options on standard output', async () => {
    for (const { words } of commandList) {
      const run = await corroborate([...words, '--help'], { env: {} });
      expect([words, run.code, run.err]).toEqual([words, 0, '']);
      expect(run.out).toContain(`corroborate ${words.join(' ')}`);
      expect(run.out).toContain('--json');
      for (const line of run.out.split('\n')) expect(line.length, line).toBeLessThanOrEqual(110);
    }
    expect((await corroborate(['--help'])).code).toBe(0);
  });
});

describe('a refused operation', () => {
  it.each([
    ['verify', 'CASE'],
    ['repair', 'CASE', 'NEW'],
    ['branches', 'list', 'CASE'],
    ['branches', 'show', 'CASE', '0123456789ab'],
    ['branches', 'merge', 'CASE', '0123456789ab'],
    ['acknowledge', 'CASE', 'snapshot-unusable', '00000001-00000000'],
    ['custody', 'show', 'CASE'],
    ['custody', 'sign', 'CASE'],
    ['custody', 'export', 'CASE', 'NEW'],
    ['backup', 'CASE', 'NEW'],
    ['restore', 'CASE', 'NEW'],
    ['compact', 'CASE'],
    ['rekey', 'CASE', 'NEW'],
    ['passphrase', 'CASE', 'change'],
    ['keys', 'list', 'CASE'],
    ['keys', 'add-passphrase', 'CASE'],
    ['keys', 'add-recovery', 'CASE'],
    ['keys', 'split', 'CASE', '--shares', '3', '--needed', '2'],
    ['keys', 'remove', 'CASE', '01234567'],
    ['list', 'CASE', 'notes', '--branch', '0123456789ab'],
    ['search', 'list', 'CASE'],
    ['watch', 'list', 'CASE'],
    ['watch', 'add', 'CASE', 'words'],
    ['search', 'save', 'CASE', 'name', 'words'],
  ])('is one JSON document: %s %s %s', (...words) =>
    inTemporaryFolder(async (folder) => {
      const args = words.map((word) => (word === 'CASE' || word === 'NEW' ? join(folder, word) : word));
      const env = { CORROBORATE_PASSPHRASE: 'seven quiet herons', CORROBORATE_NEW_PASSPHRASE: 'eleven loud geese' };
      const run = await corroborate([...args, '--json'], { env });
      expect([run.err.split('\n').length, run.code]).toEqual([2, 1]);
      expect(run.json()).toMatchObject({ problem: { kind: expect.stringMatching(/^[a-z-]+$/) } });
    }),
  );

  it('tells a folder that is no case, one that is not empty, a wrong passphrase and one that is in use apart', () =>
    inTemporaryFolder(async (folder) => {
      const box = join(folder, 'a.case');
      writeFileSync(join(folder, 'file'), 'x');
      expect(await corroborate(['list', folder, 'claims'])).toMatchObject({ code: 1, err: expect.stringContaining('no case here') });
      expect(await corroborate(['list', join(folder, 'none'), 'claims'])).toMatchObject({ code: 1, err: expect.stringContaining('no case here') });
      expect((await corroborate(['new', box, '--title', 'T'])).code).toBe(0);
      expect(await corroborate(['new', box, '--title', 'T'])).toMatchObject({ code: 1, err: expect.stringContaining('not empty') });
      const wrong = await corroborate(['list', box, 'claims'], { env: { CORROBORATE_PASSPHRASE: 'wrong' } });
      expect(wrong).toMatchObject({ code: 1, out: '', err: expect.stringContaining('passphrase does not open') });
      expect(wrong.err).not.toContain(box);
    }));

  it('never repeats what the case or the command line held', () =>
    inTemporaryFolder(async (folder) => {
      const box = join(folder, 'a.case');
      await corroborate(['new', box, '--title', 'kanarienvogel']);
      const runs = [
        await corroborate(['import', box, join(folder, 'kanarienvogel.txt')]),
        await corroborate(['claim', 'add', box, '--text', 'kanarienvogel', '--asserter', 'kanarienvogel', '--evidence', id]),
        await corroborate(['show', box, id]),
        await corroborate(['dossier', box, '--out', join(box, 'kanarienvogel')]),
      ];
      for (const run of runs) {
        expect(run.code).toBe(1);
        expect(run.out + run.err).not.toContain('kanarienvogel');
      }
    }));

  it('of a dossier lists what lacks a citation by its labels, and leaves no folder', () =>
    inTemporaryFolder(async (folder) => {
      const box = join(folder, 'a.case');
      await corroborate(['new', box, '--title', 'T']);
      await corroborate(['claim', 'add', box, '--text', 'Uncited.', '--asserter', 'Somebody']);
      const run = await corroborate(['dossier', box, '--out', join(folder, 'd'), '--format', 'html', '--json']);
      expect(run.code).toBe(1);
      expect(run.json()).toEqual({ problem: { kind: 'uncited', labels: ['C1'] } });
      expect(existsSync(join(folder, 'd'))).toBe(false);
    }));

  it('never writes over a file', () =>
    inTemporaryFolder(async (folder) => {
      const box = join(folder, 'a.case');
      await corroborate(['new', box, '--title', 'T']);
      writeFileSync(join(folder, 'a.txt'), 'words');
      const [item] = (await corroborate(['import', box, join(folder, 'a.txt'), '--json'])).json() as { id: string }[];
      const run = await corroborate(['export', box, item?.id ?? '', '--out', join(folder, 'a.txt')]);
      expect(run.code).toBe(1);
      expect(run.err).toContain('--out: the name of a file that does not exist yet');
      const nowhere = await corroborate(['export', box, item?.id ?? '', '--out', join(folder, 'none', 'a.txt')]);
      expect(nowhere).toMatchObject({ code: 1, err: expect.stringContaining('folder to write into does not exist') });
      const inside = await corroborate(['dossier', box, '--out', join(box, 'd')]);
      expect(inside).toMatchObject({ code: 1, err: expect.stringContaining('--out: a place outside the case folder') });
    }));
});

describe('a case that was damaged', () => {
  it('says so each time it is worked on, not only when it is verified', () =>
    inTemporaryFolder(async (folder) => {
      const box = join(folder, 'a.case');
      await corroborate(['new', box, '--title', 'T']);
      const copy = join(box, 'case.a');
      const bytes = readFileSync(copy);
      bytes[200] = (bytes[200] ?? 0) ^ 1;
      writeFileSync(copy, bytes);
      const listed = await corroborate(['list', box, 'claims', '--json']);
      expect(listed).toMatchObject({ code: 0, err: expect.stringContaining('One of the two copies of the header is damaged') });
      expect(listed.json()).toEqual([]);
      expect((await corroborate(['verify', box])).err).toBe('');
    }));
});

describe('an import', () => {
  it('that refuses some files takes in the others and ends with 1', () =>
    inTemporaryFolder(async (folder) => {
      const box = join(folder, 'a.case');
      await corroborate(['new', box, '--title', 'T']);
      writeFileSync(join(folder, 'a.txt'), 'words');
      writeFileSync(join(folder, 'empty'), '');
      const run = await corroborate(['import', box, join(folder, 'empty'), join(folder, 'a.txt'), '--json']);
      expect(run.code).toBe(1);
      expect(run.json()).toMatchObject([{ name: 'a.txt', item: 2 }]);
      expect(run.err).toContain('File 1 is empty');
      const again = await corroborate(['import', box, join(folder, 'a.txt')]);
      expect(again).toMatchObject({ code: 0, err: expect.stringContaining('already') });
    }));

  it('that is interrupted keeps what is in, leaves nothing half-written, and ends with 1', () =>
    inTemporaryFolder(async (folder) => {
      const box = join(folder, 'a.case');
      await corroborate(['new', box, '--title', 'T']);
      for (const name of ['a', 'b', 'c']) writeFileSync(join(folder, name), `words of ${name}`);
      let press: () => void = () => undefined;
      const pressing = testSurroundings({
        quarantine: {
          examine: (job) => {
            if (new TextDecoder().decode(job.bytes).endsWith('b')) press();
            return answeringQuarantine.examine(job);
          },
        },
      });
      const onInterrupt = (listener: () => void) => {
        press = listener;
        return () => undefined;
      };
      const run = await corroborate(['import', box, ...['a', 'b', 'c'].map((name) => join(folder, name)), '--json'], {
        onInterrupt,
        around: pressing,
        env: { CORROBORATE_PASSPHRASE: usualPassphrase },
      });
      expect(run.code).toBe(1);
      expect(run.json()).toMatchObject([{ name: 'a' }]);
      expect(run.err).toContain('Cancelled');
      expect((await corroborate(['verify', box, '--json'])).json()).toMatchObject({ sound: true });
      expect((await corroborate(['list', box, 'evidence', '--json'])).json()).toHaveLength(1);
      expect(readdirSync(box).filter((name) => /partial|tmp/.test(name))).toEqual([]);
    }));
});

describe('a passphrase', () => {
  it('is asked for twice when it is new, and once otherwise', () =>
    inTemporaryFolder(async (folder) => {
      const box = join(folder, 'a.case');
      const differing = await corroborate(['new', box, '--title', 'T'], { env: {}, typed: ['one', 'two'] });
      expect(differing).toMatchObject({ code: 2, err: expect.stringContaining('differ') });
      expect(existsSync(box)).toBe(false);
      expect((await corroborate(['new', box, '--title', 'T'], { env: {}, typed: ['пароль один', 'пароль один'] })).code).toBe(0);
      expect((await corroborate(['list', box, 'claims'], { env: {}, typed: ['пароль один'.normalize('NFD')] })).code).toBe(0);
      expect((await corroborate(['list', box, 'claims'], { env: {}, typed: [null] })).code).toBe(2);
      expect((await corroborate(['list', box, 'claims'], { env: { CORROBORATE_PASSPHRASE: '' } })).code).toBe(2);
    }));
});
