import { type DossierFindingCode, type DossierVerification, isDossierFolder, verifyDossier } from '#main/dossier/verify-dossier.ts';
import type { Progress } from '#main/usecases/ports/progress.ts';
import { done, type Reply } from '#shared/kernel/reply.ts';
import { verifyDepthWords } from '#shared/wording/english/care-words.ts';
import type { Command, Printed } from '../command.ts';
import { custodyFindingWords } from '../custody-finding-words.ts';
import { findingLines } from '../finding-lines.ts';
import { printFields } from '../print-table.ts';
import { jobId, withOpenCase } from '../with-case.ts';
import type { World } from '../world.ts';

export const verifyFolder: Command = {
  words: ['verify'],
  operands: 'CASE|DIR',
  least: 1,
  most: 1,
  about: 'check every byte of a case, or of an exported dossier, which needs no passphrase',
  options: { quick: { takes: null, about: 'leave out the bytes of the exhibits: only whether they are there and of the right size' } },
  perform: async (given, world) => {
    if (await isDossierFolder(given.operand(0))) return verifyExported(given.operand(0), world);
    const depth = given.option('quick') === undefined ? 'full' : 'quick';
    return withOpenCase(given, world, 'read', async (host) => {
      const verified = await host.query('case/verify', { jobId, depth });
      if (!verified.ok) return verified;
      const { sound, findings, counts } = verified.value;
      const lines = [
        sound ? verifyDepthWords[depth] : 'Not sound.',
        ...(await findingLines(findings, host)),
        ...printFields(Object.entries(counts).map(([name, count]) => [countWords[name] ?? name, count.toLocaleString('en')])),
      ];
      return done({ json: { kind: 'case', depth, ...verified.value }, lines, failed: !sound });
    });
  },
};

async function verifyExported(folder: string, world: World): Promise<Reply<Printed>> {
  let cancelled = false;
  const hear = world.onInterrupt(() => {
    cancelled = true;
  });
  const report: Progress = {
    cancelled: () => cancelled,
    step: (_phase, files, total) => world.sayProgress?.(total > 0 ? `Verifying ${Math.floor((files / total) * 100)} %` : ''),
  };
  const verified = await verifyDossier(folder, report);
  hear();
  world.sayProgress?.('');
  if (!verified.ok) return verified;
  const { sound, findings, files, bytes, signedBy, custody } = verified.value;
  const lines = [
    sound ? 'Sound: every file is as it was signed.' : 'Not sound: do not rely on this dossier.',
    ...findings.map((finding) => `${finding.file}: ${dossierFindingWords[finding.code]}`),
    ...printFields([
      ['files', files.toLocaleString('en')],
      ['bytes', bytes.toLocaleString('en')],
      ['signed by', signedBy ?? 'no signature holds'],
      ...carriedCustody(custody),
    ]),
  ];
  return done({ json: { kind: 'dossier', ...verified.value }, lines, failed: !sound });
}

function carriedCustody(custody: DossierVerification['custody']): readonly (readonly [string, string])[] {
  if (!custody) return [];
  const { told, proven, size, words, signers } = custody;
  return [
    ['custody', `${proven.toLocaleString('en')} of the ${told.toLocaleString('en')} entries told are proven to stand in a log of ${size.toLocaleString('en')}`],
    ['its checkpoint', words.join(' ')],
    ['custody signed by', signers.map(({ verifierKey }) => verifierKey).join(', ') || 'no signature holds'],
  ];
}

const countWords: { readonly [name: string]: string } = { frames: 'log entries', blobs: 'sealed files', blobBytes: 'sealed bytes' };

const dossierFindingWords: { readonly [K in DossierFindingCode]: string } = {
  ...custodyFindingWords,
  'custody-told-otherwise': 'it tells an entry of the custody log in other words than those that are proven',
  changed: 'its bytes are not those that were signed',
  missing: 'it is missing',
  added: 'it was added after signing',
  unreadable: 'it cannot be read',
  'not-a-file': 'it is a link or a device, not a file; it was not followed',
  'manifest-malformed': 'it is not a manifest as Corroborate writes it',
  'signature-missing': 'the signature is missing',
  'signature-wrong': 'the signature does not hold',
  'key-differs': 'it names another key than the one that signed',
  'too-many-files': 'the folder holds more files than any dossier',
};
