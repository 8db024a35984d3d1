import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dossierPort } from '#main/dossier/dossier-port.ts';
import { quietly, sampleDossier, sampleOpenCase } from '#tests/fixtures/dossier/sample-dossier.ts';

// Exports a dossier, or hands over one that lies elsewhere, with less and less of the disk taken, until it fits, or once when the size of the disk is
// not known: node child.mjs FOLDER BYTES DOSSIER RECIPIENT.
const [folder = '', disk = '0', elsewhere = '', recipient = ''] = process.argv.slice(2);
const port = dossierPort(sampleOpenCase);
const write = (to: string) => port.write(sampleDossier('team'), to, ['html', 'csv', 'docx', 'bag'], quietly);
const handOver = (to: string) => port.handOver({ from: elsewhere, to, lock: { recipients: [recipient] }, partBytes: 40_000 }, quietly);
const tries: { readonly problem: unknown; readonly left: readonly string[] }[] = [];
for (let free = 8 * 1024; tries.length === 0 || (Number(disk) > 0 && tries.at(-1)?.problem !== null); free *= 2) {
  if (tries.length > 20) throw new Error('it never fits');
  writeFileSync(join(folder, 'taken'), Buffer.alloc(Math.max(0, Number(disk) - free), 1));
  mkdirSync(join(folder, 'mine'));
  const written = await (elsewhere === '' ? write : handOver)(join(folder, 'mine', 'new', 'dossier'));
  tries.push({ problem: written.ok ? null : written.problem, left: readdirSync(join(folder, 'mine')) });
  for (const made of ['taken', 'mine']) rmSync(join(folder, made), { recursive: true });
}
console.log(JSON.stringify(tries));
