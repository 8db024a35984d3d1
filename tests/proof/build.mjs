// Bundles the programs of this folder that use the product's own code into out/proof, beside which the assets lie.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..', '..');
const js = "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);";
for (const name of ['large-dossier', 'html-in-chromium', 'strangers-page']) {
  await build({
    entryPoints: [join(import.meta.dirname, `${name}.ts`)],
    outfile: join(root, 'out/proof', `${name}.mjs`),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    banner: { js },
    external: ['electron', '@myriaddreamin/*', '@sparticuz/chromium', 'playwright', 'axe-core'],
    logLevel: 'warning',
  });
}
cpSync(join(root, 'main/dossier/formats/pdf/typeset-worker.cjs'), join(root, 'out/proof/typeset-worker.cjs'));
