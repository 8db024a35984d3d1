// Collects the licences of everything that ships: node assets/licences/make-licences.mjs > assets/licences/third-party.txt
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const shipped = Object.entries(packages).filter(
  ([path, about]) => path.startsWith('node_modules/') && !about.dev && !about.optional && existsSync(join(root, path)),
);

for (const [path, { version, license }] of shipped) {
  const folder = join(root, path);
  const texts = readdirSync(folder)
    .filter((name) => /^(licen[cs]e|copying|notice)/i.test(name))
    .sort();
  console.log(`${'='.repeat(80)}\n${path.replace(/^.*node_modules\//, '')} ${version}: ${license ?? 'see below'}\n`);
  for (const name of texts) console.log(readFileSync(join(folder, name), 'utf8').trim(), '\n');
}
