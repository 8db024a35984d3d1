import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { inTemporaryFolder } from '#tests/harness/stored-case.ts';

type Ran = { readonly code: number; readonly out: string; readonly err: string };

function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Ran> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [program, ...args], { env }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err });
    });
    child.stdin?.end();
  });
}

describe('the program itself', () => {
  it(
    'ends with the code of its answer, and asks nobody where there is no terminal',
    () =>
      inTemporaryFolder(async (folder) => {
        const program = join(folder, 'corroborate.cjs');
        await build({
          entryPoints: ['main/cli/corroborate.ts'],
          outfile: program,
          bundle: true,
          platform: 'node',
          format: 'cjs',
          logLevel: 'error',
          external: ['electron', '@myriaddreamin/*', '@sparticuz/chromium'],
          define: { 'import.meta.url': '__fileUrl', 'import.meta.dirname': '__dirname' },
          banner: { js: "const __fileUrl = require('node:url').pathToFileURL(__filename).href;" },
        });
        const bare = { PATH: process.env['PATH'], NODE_PATH: join(process.cwd(), 'node_modules') };
        expect(await run(program, ['--help'], bare)).toMatchObject({ code: 0, err: '', out: expect.stringContaining('corroborate COMMAND') });
        expect(await run(program, ['nonsense'], bare)).toMatchObject({ code: 2, out: '' });
        expect(await run(program, ['list', folder, 'claims'], bare)).toMatchObject({ code: 2, out: '', err: expect.stringContaining('no terminal') });
        const noCase = await run(program, ['list', folder, 'claims', '--json'], { ...bare, CORROBORATE_PASSPHRASE: 'x' });
        expect(noCase).toMatchObject({ code: 1, err: expect.stringContaining('no case here') });
        expect(JSON.parse(noCase.out)).toEqual({ problem: { kind: 'not-a-case' } });
      }),
    120_000,
  );
});
