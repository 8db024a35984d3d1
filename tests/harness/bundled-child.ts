import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const root = resolve(import.meta.dirname, '../..');

/** Bundles a TypeScript file of the tests, so that plain Node can run it as a process of its own. Answers where it is. */
export async function bundledChild(source: string, folder: string): Promise<string> {
  const outfile = join(folder, 'child', 'child.mjs');
  const shared = { bundle: true, platform: 'node', target: 'node20', logLevel: 'error' } as const;
  const banner = { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" };
  await build({ ...shared, entryPoints: [join(root, source)], outfile, format: 'esm', banner });
  await build({
    ...shared,
    entryPoints: [join(root, 'main/crypto/argon2id-worker.cjs')],
    outfile: join(folder, 'child', 'argon2id-worker.cjs'),
    format: 'cjs',
  });
  return outfile;
}
