import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { corroborate, type Run, usualPassphrase } from '#tests/harness/command-line.ts';
import { ageIdentity, openAge } from '#tests/harness/open-age.ts';
import { inTemporaryFolder } from '#tests/harness/stored-case.ts';

type Listing = { readonly slots: readonly { readonly id: string; readonly kind: string; readonly label: string }[]; readonly free: number };

const colleague = 'another passphrase of mine';
const wrongUsage = async (args: readonly string[], told: RegExp, env: { readonly [name: string]: string } = {}) =>
  expect(await corroborate(args, { env })).toMatchObject({ code: 2, out: '', err: expect.stringMatching(told) });

/** A new case, and how to say things about it. */
async function withBox(work: (at: (name: string) => string, box: string) => Promise<void>): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const at = (name: string) => join(folder, name);
    const made = await corroborate(['new', at('a.case'), '--title', 'T', '--analyst', 'Анна А.', '--json']);
    writeFileSync(at('recovery'), (made.json() as { recoveryWords: readonly string[] }).recoveryWords.join(' '));
    writeFileSync(at('colleague'), colleague);
    await work(at, at('a.case'));
  });
}
const ok = (run: Run): Run => {
  expect([run.code, run.err]).toEqual([0, expect.any(String)]);
  if (run.code !== 0) throw new Error(run.err);
  return run;
};
const opens = async (box: string, ...ways: readonly string[]) => corroborate(['list', box, 'claims', ...ways], { env: {} });
const listing = async (box: string, ...ways: readonly string[]) => ok(await corroborate(['keys', 'list', box, '--json', ...ways])).json() as Listing;

describe('keys on the command line', { timeout: 240_000 }, () => {
  it('are listed by kind, label and date; a colleague’s passphrase is added, used, and taken back', () =>
    withBox(async (at, box) => {
      expect((await listing(box)).slots).toMatchObject([
        { kind: 'passphrase', label: 'Анна А.' },
        { kind: 'recovery', label: '' },
      ]);
      const added = ok(await corroborate(['keys', 'add-passphrase', box, '--new-passphrase-file', at('colleague'), '--label', 'Борис']));
      expect(added.err).toContain('What it does not protect from');
      ok(await opens(box, '--passphrase-file', at('colleague')));
      const table = ok(await corroborate(['keys', 'list', box])).out;
      expect(table).toMatch(/Passphrase +2025-01-\d\d +Борис/);
      expect(table).toContain('Room for 5 more');
      const [, , his] = (await listing(box)).slots;
      const again = await corroborate(['keys', 'add-passphrase', box, '--new-passphrase-file', at('colleague')]);
      expect(again).toMatchObject({ code: 1, err: expect.stringContaining('opens the case already') });
      const changed = { env: { CORROBORATE_PASSPHRASE: usualPassphrase, CORROBORATE_NEW_PASSPHRASE: 'мой новый пароль' } };
      ok(await corroborate(['passphrase', box, 'change'], changed));
      ok(await opens(box, '--passphrase-file', at('colleague')));
      expect(await corroborate(['list', box, 'claims'])).toMatchObject({ code: 1, err: expect.stringContaining('does not open') });
      const mine = { env: { CORROBORATE_PASSPHRASE: 'мой новый пароль' } };
      expect(ok(await corroborate(['keys', 'remove', box, his?.id.slice(0, 8) ?? ''], mine)).out).toContain('Борис');
      expect(await opens(box, '--passphrase-file', at('colleague'))).toMatchObject({ code: 1 });
      const custody = ok(await corroborate(['list', box, 'custody', '--json'], mine)).json() as readonly { action: string; reason: string }[];
      expect(custody.map(({ action }) => action)).toEqual(['key-added', 'passphrase-changed', 'key-removed']);
      expect(JSON.stringify(custody)).not.toContain('Борис');
    }));

  it('of a file and a passphrase open only together, and any change of the file shuts the case', () =>
    withBox(async (at, box) => {
      ok(await corroborate(['keys', 'make-file', at('key')], { env: {} }));
      expect(readFileSync(at('key'), 'latin1')).toMatch(/^[0-9a-f]{64}\n$/);
      expect(statSync(at('key')).mode & 0o777).toBe(0o600);
      expect(await corroborate(['keys', 'make-file', at('key')], { env: {} })).toMatchObject({ code: 1, err: expect.stringContaining('not taken') });
      ok(await corroborate(['keys', 'add-key-file', box, '--new-key-file', at('key'), '--new-passphrase-file', at('colleague')]));
      ok(await opens(box, '--key-file', at('key'), '--passphrase-file', at('colleague')));
      expect(await opens(box, '--passphrase-file', at('colleague'))).toMatchObject({ code: 1, err: expect.stringContaining('passphrase does not open') });
      writeFileSync(at('other'), `${readFileSync(at('key'), 'latin1')} `);
      const wrong = await opens(box, '--key-file', at('other'), '--passphrase-file', at('colleague'));
      expect(wrong).toMatchObject({ code: 1, err: expect.stringContaining('this key file do not open the case together') });
      await wrongUsage(['list', box, 'claims', '--key-file', at('none'), '--passphrase-file', at('colleague')], /--key-file: the file cannot be read/);
    }));

  it('split among people open with any few, in any order; wrong ones are named by their place', () =>
    withBox(async (at, box) => {
      ok(await corroborate(['keys', 'split', box, '--shares', '4', '--needed', '3', '--out', at('shares'), '--label', 'friends']));
      const files = readdirSync(at('shares')).map((name) => join(at('shares'), name));
      expect(files).toHaveLength(4);
      const [one = '', two = '', three = '', four = ''] = files;
      const given = (...some: readonly string[]) => some.flatMap((file) => ['--share-file', file]);
      ok(await opens(box, ...given(four, one, three)));
      ok(await opens(box, ...given(one, two, three, four)));
      expect(await opens(box, ...given(one, two))).toMatchObject({ code: 1, err: expect.stringContaining('2 shares were given; 3 are needed') });
      expect(await opens(box, ...given(one, two, one))).toMatchObject({ code: 1, err: expect.stringContaining('Share 3: it was given twice') });
      const text = readFileSync(two, 'utf8');
      writeFileSync(at('typed'), text.replace(/ 9 \w+/, ' 9 abandonn'));
      expect(await opens(box, ...given(one, at('typed'), four))).toMatchObject({ code: 1, err: expect.stringContaining('Share 2: word 9 is in no list') });
      writeFileSync(at('short'), text.replace(/36 \w+/, ''));
      expect(await corroborate(['keys', 'check-share', ...given(at('short'))], { env: {} })).toMatchObject({
        code: 1,
        err: expect.stringContaining('36 words'),
      });
      expect(ok(await corroborate(['keys', 'check-share', ...given(two)], { env: {} })).out).toMatch(
        /Share 2 of 4 for the case [0-9a-f]{8}: as it was printed\. Any 3 open it\./,
      );
      expect(ok(await corroborate(['keys', 'check-share', box, ...given(two, three, four)], { env: {} })).out).toContain('Together they open the case');
      const elsewhere = at('b.case');
      ok(await corroborate(['new', elsewhere, '--title', 'T']));
      expect(await corroborate(['keys', 'check-share', elsewhere, ...given(two)], { env: {} })).toMatchObject({
        code: 1,
        err: expect.stringContaining('Share 1: it belongs to another case'),
      });
      await wrongUsage(['keys', 'split', box, '--shares', '2', '--needed', '3'], /--needed/);
      await wrongUsage(['keys', 'split', box, '--shares', '3', '--needed', '2', '--out', join(box, 's')], /outside the case/);
      await wrongUsage(['list', box, 'claims', ...given(one), '--recovery-file', at('recovery')], /One way in at a time/);
    }));

  it('in escrow are opened by stock age, and what comes out opens the case and sets a passphrase', () =>
    withBox(async (at, box) => {
      const { identity, recipient } = await ageIdentity();
      const made = ok(await corroborate(['keys', 'escrow', box, '--to', recipient, '--label', 'the lawyer', '--json'])).json() as { readonly file: string };
      expect(made.file).toMatch(/^escrow\/0001-[0-9a-f]{8}\.age$/);
      writeFileSync(at('words'), await openAge(join(box, made.file), identity));
      expect(readFileSync(at('words'), 'utf8')).toContain('# Corroborate: escrow');
      ok(await opens(box, '--recovery-file', at('words')));
      expect((await corroborate(['verify', box, '--json'])).json()).toMatchObject({ sound: true, findings: [] });
      const sealed = readFileSync(join(box, made.file));
      writeFileSync(join(box, made.file), sealed.with(40, (sealed[40] ?? 0) ^ 1));
      expect((await corroborate(['verify', box, '--json'])).json()).toMatchObject({ sound: false, findings: [{ code: 'escrow-damaged', subject: made.file }] });
      rmSync(join(box, made.file));
      expect((await corroborate(['verify', box, '--json'])).json()).toMatchObject({ sound: false, findings: [{ code: 'escrow-missing' }] });
      writeFileSync(join(box, made.file), sealed);
      ok(await corroborate(['keys', 'add-passphrase', box, '--new-passphrase-file', at('colleague')]));
      const anew = { env: { CORROBORATE_NEW_PASSPHRASE: 'found again, at last' } };
      const asked = await corroborate(['recover', box, '--recovery-file', at('words')], anew);
      expect(asked).toMatchObject({ code: 1, err: expect.stringContaining('Several passphrases') });
      expect(ok(await corroborate(['recover', box, '--recovery-file', at('words'), '--others', 'remove'], anew)).out).toContain('No old one');
      for (const gone of [['--passphrase-file', at('colleague')]]) expect(await opens(box, ...gone)).toMatchObject({ code: 1 });
      ok(await corroborate(['list', box, 'claims'], { env: { CORROBORATE_PASSPHRASE: 'found again, at last' } }));
      const bad = await corroborate(['keys', 'escrow', box, '--to', 'age1nobody', '--recovery-file', at('words')], { env: {} });
      expect(bad).toMatchObject({ code: 1, err: expect.stringContaining('begins with age1') });
      expect(readdirSync(join(box, 'escrow'))).toHaveLength(1);
      ok(await corroborate(['keys', 'escrow', box, '--to', recipient, '--out', at('kept.age'), '--recovery-file', at('words')], { env: {} }));
      expect(existsSync(at('kept.age'))).toBe(true);
      expect(readdirSync(join(box, 'escrow'))).toHaveLength(1);
    }));

  it('are all left behind by a travel lock, once shares or escrow have shown that they open the case', () =>
    withBox(async (at, box) => {
      expect(await corroborate(['keys', 'travel-lock', box, '--unproven', 'in a hurry'])).toMatchObject({ code: 1, err: expect.stringContaining('no escrow') });
      ok(await corroborate(['keys', 'split', box, '--shares', '3', '--needed', '2', '--out', at('s')]));
      expect(await corroborate(['keys', 'travel-lock', box])).toMatchObject({ code: 1, err: expect.stringContaining('not shown') });
      ok(await corroborate(['list', box, 'claims']));
      const shares = readdirSync(at('s'))
        .slice(0, 2)
        .flatMap((name) => ['--share-file', join(at('s'), name)]);
      const locked = ok(await corroborate(['keys', 'travel-lock', box, ...shares], { env: {} }));
      expect(locked.out).toContain('2 keys were removed');
      expect(await corroborate(['list', box, 'claims'])).toMatchObject({ code: 1, err: expect.stringContaining('passphrase does not open') });
      expect(await opens(box, '--recovery-file', at('recovery'))).toMatchObject({ code: 1 });
      ok(await opens(box, ...shares));
      const anew = { env: { CORROBORATE_NEW_PASSPHRASE: 'home again, at last' } };
      ok(await corroborate(['recover', box, ...shares], anew));
      const only = (await listing(box, ...shares)).slots.find(({ kind }) => kind === 'shares');
      expect((await listing(box, ...shares)).slots.map(({ kind }) => kind).sort()).toEqual(['passphrase', 'shares']);
      ok(await corroborate(['keys', 'remove', box, only?.id ?? ''], { env: { CORROBORATE_PASSPHRASE: 'home again, at last' } }));
      expect(await opens(box, ...shares)).toMatchObject({ code: 1, err: expect.stringContaining('what they make opens nothing here') });
    }));

  it('are refused when they are too short, and the last ones stay', () =>
    withBox(async (at, box) => {
      await wrongUsage(['new', at('c.case'), '--title', 'T'], /at least 8 characters/, { CORROBORATE_PASSPHRASE: 'семь бу' });
      expect(existsSync(at('c.case'))).toBe(false);
      await wrongUsage(['keys', 'add-passphrase', box], /at least 8 characters/, {
        CORROBORATE_PASSPHRASE: usualPassphrase,
        CORROBORATE_NEW_PASSPHRASE: 'short',
      });
      await wrongUsage(['keys', 'add-recovery', box, '--label', 'ж'.repeat(25)], /at most 48 bytes/);
      await wrongUsage(['keys', 'remove', box, 'xyz'], /ID/);
      const [mine, words] = (await listing(box)).slots;
      ok(await corroborate(['keys', 'remove', box, words?.id ?? '']));
      expect(await corroborate(['keys', 'remove', box, mine?.id ?? ''])).toMatchObject({ code: 1, err: expect.stringContaining('only key') });
      expect(await corroborate(['keys', 'remove', box, words?.id ?? ''])).toMatchObject({ code: 1, err: expect.stringContaining('no key with that') });
      ok(await corroborate(['keys', 'split', box, '--shares', '2', '--needed', '2']));
      expect(await corroborate(['keys', 'remove', box, mine?.id ?? ''])).toMatchObject({ code: 1, err: expect.stringContaining('travel lock') });
      mkdirSync(at('d'));
      writeFileSync(join(at('d'), 'empty'), '');
      await wrongUsage(['keys', 'add-key-file', box, '--new-key-file', join(at('d'), 'empty')], /not empty/);
    }));
});
