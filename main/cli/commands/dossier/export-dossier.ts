import { relative } from 'node:path';
import { dossierFormats } from '#main/dossier/formats/list.ts';
import { dossierProfiles } from '#shared/domain/case/dossier-plan.ts';
import { done } from '#shared/kernel/reply.ts';
import { dossierWords } from '#shared/wording/english/views/dossier-words.ts';
import { asTyped, checkCommand } from '../../check-message.ts';
import { type Command, UsageError } from '../../command.ts';
import { printTable } from '../../print-table.ts';
import { jobId, withCase } from '../../with-case.ts';

export const exportDossierOf: Command = {
  words: ['dossier'],
  operands: 'CASE',
  least: 1,
  most: 1,
  about: 'export a dossier by a plan, or of every claim, with its manifest and signature; without --profile it is for the public',
  options: {
    out: { takes: 'DIR', about: 'the folder to write, which must not exist or be empty' },
    profile: { takes: dossierProfiles.join('|'), about: 'for whom (else public)' },
    format: { takes: dossierFormats.map(({ id }) => id).join(','), about: 'formats, separated by commas, or all (else the usual ones)' },
    plan: { takes: 'ID', about: 'the plan to follow (else every claim, without words of its own)' },
    marked: { takes: 'stop|left-out', about: 'what the profile holds back and has no redacted copy: stop (usual), or leave it out and list it' },
    title: { takes: 'T', about: 'title of the dossier (else that of the case)' },
  },
  perform: (given, world) => {
    const path = given.option('out');
    if (path === undefined) throw new UsageError('Where to? --out DIR');
    const formats = formatsNamed(given.option('format'));
    const stated = {
      planId: given.option('plan'),
      marked: given.option('marked'),
      profile: given.option('profile'),
      title: given.option('title'),
      formats,
      to: { from: 'path', path },
    };
    const input = checkCommand('dossiers/export', { jobId, ...stated }, { formats: '--format', to: '--out', planId: '--plan' });
    return withCase(given, world, 'write', async (host) => {
      const exported = asTyped(await host.command('dossiers/export', input), { to: '--out' });
      if (!exported.ok) return exported;
      const { folder, files, exhibits, claims, withheld } = exported.value;
      const rows = files.map((file) => [`${file.bytes.toLocaleString('en')} B`, file.sha256.slice(0, 16), relative(folder, file.path)]);
      const summary = `${dossierWords.export.summary(exhibits, claims, withheld)} Check it with: corroborate verify DIR`;
      return done({ json: exported.value, lines: [...printTable(['SIZE', 'SHA-256', 'FILE'], rows, world.columns), '', summary] });
    });
  },
};

/** Undefined leaves the choice to the case process; a name that is no format is told before anything is opened. */
function formatsNamed(typed: string | undefined): readonly string[] | undefined {
  const known = dossierFormats.map(({ id }) => id);
  if (typed === undefined) return undefined;
  if (typed === 'all') return known;
  const named = [...new Set(typed.split(','))];
  if (named.some((name) => !known.includes(name))) throw new UsageError(`--format takes all, or of these: ${known.join(', ')}`);
  return named;
}
