import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { afterAll, expect, it } from 'vitest';
import type { corroborate } from '#tests/harness/command-line.ts';
import { inTemporaryFolder } from '#tests/harness/stored-case.ts';

const root = join(import.meta.dirname, '../../../../..');
const fixture = join(root, 'tests/fixtures/dossier/spoken/spoken-format.ts');

/** The whole change that a format needs: its folder, and in list.ts its line with the import that the line needs. */
const withOneLineMore: Plugin = {
  name: 'one line more',
  setup: ({ onLoad }) =>
    onLoad({ filter: /main\/dossier\/formats\/list\.ts$/ }, ({ path }) => {
      const list = readFileSync(path, 'utf8');
      const line = list.replace('  bagFormat,\n', '  spokenFormat,\n  bagFormat,\n');
      if (line === list) throw new Error('list.ts has no line of the bag');
      return { contents: `import { spokenFormat } from ${JSON.stringify(fixture)};\n${line}`, loader: 'ts', resolveDir: dirname(path) };
    }),
};

type Answer = { readonly id: string; readonly files: readonly string[]; readonly sound: boolean };
/** Where packages and assets are found as from the sources. */
const built = join(root, 'node_modules/.cache/one-more-format');

/** The command line with that line, bundled as the product is. */
async function programWithIt(): Promise<typeof corroborate> {
  const shared = { bundle: true, platform: 'node', target: 'node20', logLevel: 'error', packages: 'external' } as const;
  const banner = { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" };
  const outfile = join(built, 'program.mjs');
  const [program, workers] = [join(root, 'tests/harness/command-line.ts'), ['argon2id-worker', 'sealing-worker']];
  await Promise.all([
    build({ ...shared, entryPoints: [program], outfile, format: 'esm', banner, plugins: [withOneLineMore] }),
    build({
      ...shared,
      entryPoints: workers.map((name) => join(root, 'main/crypto', `${name}.cjs`)),
      outdir: built,
      outExtension: { '.js': '.cjs' },
      format: 'cjs',
    }),
  ]);
  return ((await import(pathToFileURL(outfile).href)) as { readonly corroborate: typeof corroborate }).corroborate;
}
afterAll(() => rmSync(built, { recursive: true, force: true }));

it('a format is one folder and one line: gate, preview, plan, command line, archive, manifest and verification follow', { timeout: 120_000 }, () =>
  inTemporaryFolder(async (folder) => {
    const typed = await programWithIt();
    const box = join(folder, 'a.case');
    const ask = async (...args: readonly string[]) => typed([...args, '--json']);
    const run = async (...args: readonly string[]) => {
      const ran = await ask(...args);
      expect([args[0], ran.code, ran.code === 0 ? '' : ran.err]).toEqual([args[0], 0, '']);
      return ran.json() as Answer & readonly Answer[];
    };

    expect((await typed(['dossier', '--help'])).out).toContain('spoken');
    await run('new', box, '--title', 'Ferry');
    writeFileSync(join(folder, 'told.txt'), 'The ferry sank at night.');
    writeFileSync(join(folder, 'secret-witness.txt'), 'I saw it.');
    const [told, secret] = await run('import', box, join(folder, 'told.txt'), join(folder, 'secret-witness.txt'));
    for (const item of [told, secret]) await run('claim', 'add', box, '--text', 'The ferry sank.', '--asserter', 'Ministry', '--evidence', item?.id ?? '');
    await run('mark', box, secret?.id ?? '', '--at-risk', 'private-document');

    const plan = join(folder, 'plan.json');
    writeFileSync(plan, JSON.stringify({ title: 'Ferry', profile: 'public', formats: ['spoken', 'bag'] }));
    const { id } = await run('plan', 'save', box, plan);
    expect(await run('plan', 'list', box)).toMatchObject([{ id, title: 'Ferry', profile: 'public' }]);
    const { files } = await run('dossier', 'preview', box, '--plan', id);
    expect(files).toEqual(expect.arrayContaining(['spoken/claims.txt', 'bag/data/spoken/claims.txt', 'manifest-sha256.txt']));

    const out = join(folder, 'out');
    const stopped = await ask('dossier', box, '--plan', id, '--out', out);
    expect([stopped.code, existsSync(out)]).toEqual([1, false]);
    await run('dossier', box, '--plan', id, '--marked', 'left-out', '--out', out);
    const spoken = readFileSync(join(out, 'spoken/claims.txt'), 'utf8');
    expect(spoken).toContain('told.txt');
    expect(spoken).not.toContain('secret-witness');
    expect(readFileSync(join(out, 'bag/data/spoken/claims.txt'), 'utf8')).toBe(spoken);
    expect(readFileSync(join(out, 'manifest-sha256.txt'), 'utf8')).toMatch(/ {2}spoken\/claims\.txt$/m);
    expect((await run('verify', out)).sound).toBe(true);
    writeFileSync(join(out, 'spoken/claims.txt'), `${spoken}x`);
    expect((await ask('verify', out)).json()).toMatchObject({ sound: false, findings: [{ code: 'changed', file: 'spoken/claims.txt' }] });
  }),
);
