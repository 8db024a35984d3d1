// npm run test:faults -- [crash] [errors] [mutants] [tamper] [fuzz] [--seed N] [--states N] [--recovery N] [--minutes N] [--stride N] [--inputs N]
// The long run of the fault harness: bundled for plain Node, progress on stderr, the summary on stdout.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

const folder = mkdtempSync(join(tmpdir(), 'corroborate-faults-'));
const root = join(import.meta.dirname, '../..');
const shared = { bundle: true, platform: 'node', target: 'node20', logLevel: 'error' };
const banner = { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" };
try {
  await build({ ...shared, entryPoints: [join(root, 'tests/faults/exhaustive.ts')], outfile: join(folder, 'run.mjs'), format: 'esm', banner });
  await build({ ...shared, entryPoints: [join(root, 'main/crypto/argon2id-worker.cjs')], outfile: join(folder, 'argon2id-worker.cjs'), format: 'cjs' });
  process.exitCode = spawnSync(process.execPath, [join(folder, 'run.mjs'), ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
