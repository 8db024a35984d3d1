// npm run test:faults -- [part …] [--seed N] [--count N] [--minutes N] [--stride N]; the parts are in long-run.ts.
// The long run of the fault harness: bundled for plain Node, progress on stderr, the summary on stdout.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

const beside = mkdtempSync(join(tmpdir(), 'corroborate-faults-'));
const folder = join(beside, 'run');
const root = join(import.meta.dirname, '../..');
const shared = { bundle: true, platform: 'node', target: 'node20', logLevel: 'error' };
const banner = { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" };

/** The same keys and signatures are not worked out ten thousand times: everything but the memories themselves gets those that remember. */
const rememberKeys = {
  name: 'remember-keys',
  setup: ({ onResolve }) => {
    onResolve({ filter: /\/(argon2id|hkdf-expand|ed25519)\.ts$/ }, ({ path, importer }) => {
      const name = path.slice(path.lastIndexOf('/') + 1);
      return importer.endsWith(`remembered-${name}`) ? undefined : { path: join(root, `tests/harness/remembered-${name}`) };
    });
  },
};

try {
  const entryPoints = [join(root, 'tests/faults/long-run.ts')];
  await build({ ...shared, entryPoints, outfile: join(folder, 'run.mjs'), format: 'esm', banner, plugins: [rememberKeys] });
  await build({ ...shared, entryPoints: [join(root, 'main/crypto/argon2id-worker.cjs')], outfile: join(folder, 'argon2id-worker.cjs'), format: 'cjs' });
  // What the PDF is set with lies where the build puts it.
  cpSync(join(root, 'main/dossier/formats/pdf/typeset-worker.cjs'), join(folder, 'typeset-worker.cjs'));
  for (const linked of ['assets', 'node_modules']) symlinkSync(join(root, linked), join(beside, linked));
  // The processes that are filled up and killed.
  const child = (name) => ({ ...shared, entryPoints: [join(root, `tests/faults/${name}.ts`)] });
  await build({ ...child('full-disk-steps'), outfile: join(folder, 'full-disk-steps.mjs'), format: 'esm', banner });
  await build({ ...child('one-act'), outfile: join(folder, 'one-act.cjs'), format: 'cjs', logOverride: { 'empty-import-meta': 'silent' } });
  const ran = spawnSync(process.execPath, ['--expose-gc', '--max-semi-space-size=64', join(folder, 'run.mjs'), ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exitCode = ran.status ?? 1;
} finally {
  rmSync(beside, { recursive: true, force: true });
}
