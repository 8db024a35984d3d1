import { readFileSync } from 'node:fs';
import { handOver } from '#main/dossier/handover/hand-over.ts';
import type { Progress } from '#main/usecases/ports/progress.ts';
import { done } from '#shared/kernel/reply.ts';
import { asTyped } from '../check-message.ts';
import { type Command, type Given, UsageError } from '../command.ts';
import { printTable } from '../print-table.ts';
import { readHandOverPassphrase } from '../secrets.ts';
import type { World } from '../world.ts';

export const handOverOf: Command = {
  words: ['handover'],
  operands: 'DOSSIER|BACKUP.tar',
  least: 1,
  most: 1,
  about: 'encrypt a dossier, or the tar of a backup, to an age file that the stock age program opens, with checksums and how to open it',
  options: {
    out: { takes: 'DIR', about: 'the folder to write, such as on a stick; it must not exist or be empty' },
    to: { takes: 'AGE', about: 'recipient, begins with age1; once for each', many: true },
    'recipients-file': { takes: 'F', about: 'file with one recipient a line, as age -R takes it' },
    'by-passphrase': { takes: null, about: 'encrypt to a passphrase instead: asked for, or from CORROBORATE_HANDOVER_PASSPHRASE' },
    'passphrase-file': { takes: 'F', about: 'file with that passphrase' },
    'part-size': { takes: 'SIZE', about: 'split into parts of at most so much, such as 650M or 4G' },
  },
  perform: async (given, world) => {
    const to = given.option('out');
    if (to === undefined) throw new UsageError('Where to? --out DIR');
    const partBytes = partSize(given.option('part-size'));
    const lock = await lockOf(given, world);
    let cancelled = false;
    const hear = world.onInterrupt(() => {
      cancelled = true;
    });
    const report: Progress = {
      cancelled: () => cancelled,
      step: (phase, now, total) => world.sayProgress?.(phase === 'verifying' && total > 0 ? `Verifying ${Math.floor((now / total) * 100)} %` : 'Encrypting'),
    };
    const written = asTyped(await handOver({ from: given.operand(0), to, lock, partBytes }, report), {
      from: 'DOSSIER|BACKUP.tar',
      to: '--out',
      recipients: '--to',
    });
    hear();
    world.sayProgress?.('');
    if (!written.ok) return written;
    const rows = written.value.map(({ path, bytes, sha256 }) => [`${bytes.toLocaleString('en')} B`, sha256.slice(0, 16), path]);
    const lines = [...printTable(['SIZE', 'SHA-256', 'FILE'], rows, world.columns), '', 'Written and read back. README.txt says how to open it.'];
    return done({ json: { files: written.value }, lines });
  },
};

async function lockOf(given: Given, world: World) {
  const file = given.option('recipients-file');
  const listed = file === undefined ? [] : recipientsIn(file);
  const recipients = [...given.options('to'), ...listed];
  const byPassphrase = given.option('by-passphrase') !== undefined || given.option('passphrase-file') !== undefined;
  if (byPassphrase === recipients.length > 0)
    throw new UsageError('To whom? Recipients by --to age1… or --recipients-file F, or a passphrase by --by-passphrase: one of them.');
  if (!byPassphrase) return { recipients };
  const secret = await readHandOverPassphrase(given, world);
  const passphrase = Buffer.from(secret).toString('utf8');
  secret.fill(0);
  return { passphrase };
}

function recipientsIn(path: string): readonly string[] {
  try {
    const lines = readFileSync(path, 'utf8').split('\n');
    return lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  } catch {
    throw new UsageError('The file after --recipients-file cannot be read.');
  }
}

const units: { readonly [unit: string]: number } = { k: 1_000, m: 1_000_000, g: 1_000_000_000 };

/** `650M`: decimal, as media are sold. At least a megabyte, or a large case would be thousands of files. */
function partSize(typed: string | undefined): number | null {
  if (typed === undefined) return null;
  const [, number, unit = ''] = /^(\d{1,6})\s*([kmg])b?$/i.exec(typed) ?? [];
  const bytes = Number(number) * (units[unit.toLowerCase()] ?? Number.NaN);
  if (!(bytes >= 1_000_000)) throw new UsageError('How large is a part? --part-size 650M or 4G, at least 1M.');
  return bytes;
}
