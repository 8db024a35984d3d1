import { relative } from 'node:path';
import { dossierFormats } from '#shared/contract/dossiers.ts';
import { dossierProfiles } from '#shared/domain/case/dossier-plan.ts';
import { done } from '#shared/kernel/reply.ts';
import { asTyped, checkCommand } from '../check-message.ts';
import { type Command, UsageError } from '../command.ts';
import { printTable } from '../print-table.ts';
import { jobId, withCase } from '../with-case.ts';

export const exportDossierOf: Command = {
  words: ['dossier'],
  operands: 'CASE',
  least: 1,
  most: 1,
  about: 'export a dossier of every claim with its manifest and signature; without --profile what is marked at risk stays out',
  options: {
    out: { takes: 'DIR', about: 'the folder to write, which must not exist or be empty' },
    profile: { takes: dossierProfiles.join('|'), about: 'for whom (else public)' },
    format: { takes: dossierFormats.join(','), about: 'formats, separated by commas (else all)' },
    title: { takes: 'T', about: 'title of the dossier (else that of the case)' },
  },
  perform: (given, world) => {
    const path = given.option('out');
    if (path === undefined) throw new UsageError('Where to? --out DIR');
    const formats = [...new Set((given.option('format') ?? dossierFormats.join(',')).split(','))];
    const stated = { profile: given.option('profile'), title: given.option('title'), formats, to: { from: 'path', path } };
    const input = checkCommand('dossiers/export', { jobId, ...stated }, { formats: '--format', to: '--out' });
    return withCase(given, world, 'write', async (host) => {
      const exported = asTyped(await host.command('dossiers/export', input), { to: '--out' });
      if (!exported.ok) return exported;
      const { folder, files, exhibits, claims, withheld } = exported.value;
      const rows = files.map((file) => [`${file.bytes.toLocaleString('en')} B`, file.sha256.slice(0, 16), relative(folder, file.path)]);
      const summary = `${exhibits} exhibits, ${claims} claims, ${withheld} withheld. Check it with: corroborate verify DIR`;
      return done({ json: exported.value, lines: [...printTable(['SIZE', 'SHA-256', 'FILE'], rows, world.columns), '', summary] });
    });
  },
};
