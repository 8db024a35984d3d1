import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { corroborate } from '#tests/harness/command-line.ts';
import { runVerifyScript } from '#tests/harness/custody-case.ts';
import { inTemporaryFolder } from '#tests/harness/stored-case.ts';

const run = async (...args: readonly string[]) => {
  const done = await corroborate([...args, '--json']);
  if (done.code !== 0) throw new Error(`${args.join(' ')}: ${done.code} ${done.err}`);
  return done.json() as { readonly [field: string]: unknown };
};

it(
  'a custody log is signed, co-signed from another case, handed over and verified by a stranger, all on the command line',
  () =>
    inTemporaryFolder(async (folder) => {
      const [mine, hers, checkpoint, out] = ['mine.case', 'hers.case', 'checkpoint.txt', 'log'].map((name) => join(folder, name)) as [
        string,
        string,
        string,
        string,
      ];
      await run('new', mine, '--title', 'Mine', '--analyst', 'Ана Орлова');
      await run('new', hers, '--title', 'Hers', '--analyst', 'Second Person');
      writeFileSync(join(folder, 'a.txt'), 'what was said');
      writeFileSync(join(folder, 'b.txt'), 'what else was said');
      const [taken] = (await run('import', mine, join(folder, 'a.txt'), join(folder, 'b.txt'))) as unknown as readonly { readonly id: string }[];

      const signed = await run('custody', 'sign', mine, checkpoint);
      expect(signed).toMatchObject({ size: 2, signatures: [{ name: 'Ана_Орлова', own: true }] });
      expect(readFileSync(checkpoint, 'utf8')).toBe(signed['note']);
      expect((await corroborate(['custody', 'sign', mine, checkpoint])).err).toContain('FILE: the name of a file that does not exist yet');

      const cosigned = await run('custody', 'cosign', checkpoint, '--with', hers, '--as', 'Second Person');
      expect(cosigned).toMatchObject({ name: 'Second_Person', size: 2, words: signed['words'] });
      expect(readFileSync(checkpoint, 'utf8').match(/^— /gm)).toHaveLength(2);
      const unknown = await corroborate(['custody', 'add-signature', mine, checkpoint]);
      expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining('Give the key line')]);
      const key = String(cosigned['verifierKey']);
      expect(await run('custody', 'add-signature', mine, checkpoint, '--key', key)).toMatchObject({ added: ['Second_Person'] });
      expect(await run('custody', 'add-signature', mine, checkpoint)).toMatchObject({ added: [] });

      const shown = await corroborate(['custody', 'show', mine]);
      expect(shown.out).toContain(key);
      expect(shown.out).toContain('Ана_Орлова, Second_Person');
      expect(shown.out).toMatch(/not yet signed {2}0/);

      await run('custody', 'export', mine, out, '--all');
      expect(runVerifyScript(out)).toMatchObject({ sound: true });
      const verified = await run('custody', 'verify', out, '--against', checkpoint, '--key', key);
      expect(verified).toMatchObject({ kind: 'custody', sound: true, entries: 2, proven: 2, whole: true });
      expect(verified['signers']).toHaveLength(2);
      const part = join(folder, 'part');
      await run('custody', 'export', mine, part, '--evidence', taken?.id ?? '');
      expect(await run('custody', 'verify', part)).toMatchObject({ sound: true, entries: 1, proven: 1, whole: false });
      expect((await corroborate(['custody', 'verify', part])).out).toContain('1 of 2');

      writeFileSync(join(out, 'entries.jsonl'), readFileSync(join(out, 'entries.jsonl'), 'utf8').replace('imported', 'exported'));
      const broken = await corroborate(['custody', 'verify', out]);
      expect(broken.code).toBe(1);
      expect(broken.out).toContain('Not sound: do not rely on this log.');
      expect(broken.out).toContain('entries.jsonl: the entries are not those that were signed');
      expect(await run('verify', mine)).toMatchObject({ sound: true });
    }),
  120_000,
);

it(
  'refuses, in words, what cannot be signed, co-signed or taken in',
  () =>
    inTemporaryFolder(async (folder) => {
      const box = join(folder, 'a.case');
      await run('new', box, '--title', 'A');
      const text = join(folder, 'a.txt');
      writeFileSync(text, 'said');
      const told = async (...args: readonly string[]) => (await corroborate(args)).err;
      expect(await told('custody', 'sign', box)).toContain('There is nothing to sign');
      await run('import', box, text);
      expect(await told('custody', 'sign', box, '--as', 'Nobody')).toContain('among the analysts');
      expect(await told('custody', 'sign', box, '--size', '7')).toContain('There is nothing to sign');
      expect(await told('custody', 'sign', box, '--size', 'x')).toContain('--size');
      expect(await told('custody', 'cosign', text)).toContain('--with CASE');
      expect(await told('custody', 'cosign', text, '--with', box)).toContain('CHECKPOINT: a signed checkpoint');
      expect(await told('custody', 'cosign', join(folder, 'none'), '--with', box)).toContain('CHECKPOINT: a text file');
      expect(await told('custody', 'add-signature', box, text)).toContain('CHECKPOINT: a signed checkpoint');
      expect(await told('custody', 'export', box, folder)).toContain('folder is not empty');
      expect(await told('custody', 'export', box, join(folder, 'o'), '--evidence', 'x')).toContain('--evidence');
      expect(await told('custody', 'export', box, join(box, 'o'))).toContain('DIR: a place outside the case folder');
      expect(await told('custody', 'verify', join(folder, 'none'))).toContain('folder');
    }),
  60_000,
);
