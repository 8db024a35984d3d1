// The command line, with an engine at hand for the page in which it parses untrusted files.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chooseEngine } from './find-engine.mjs';

const bundle = join(import.meta.dirname, '..', '..', 'out', 'cli', 'corroborate.cjs');
if (!existsSync(bundle)) {
  console.error('out/cli/corroborate.cjs is missing. Run `npm run build` first.');
  process.exit(1);
}
chooseEngine();
process.argv = [process.execPath, bundle, ...process.argv.slice(2)];
createRequire(import.meta.url)(bundle);
