import { verifyCustodyFolder } from '#main/dossier/custody/verify-custody-folder.ts';
import { done } from '#shared/kernel/reply.ts';
import { asTyped } from '../check-message.ts';
import type { Command } from '../command.ts';
import { custodyFindingWords } from '../custody-finding-words.ts';
import { printFields } from '../print-table.ts';
import { readText } from '../text-files.ts';

export const verifyCustodyLog: Command = {
  words: ['custody', 'verify'],
  operands: 'DIR',
  least: 1,
  most: 1,
  about: 'check every byte of an exported custody log; needs no case and no passphrase',
  options: {
    against: { takes: 'CHECKPOINT', about: 'an earlier checkpoint that you hold: the log must go on from it' },
    key: { takes: 'LINE', about: 'a key that must have signed, as its owner told you', many: true },
  },
  perform: async (given, world) => {
    const against = given.option('against');
    const earlier = against === undefined ? done(undefined) : await readText(against, '--against');
    if (!earlier.ok) return earlier;
    let cancelled = false;
    const hear = world.onInterrupt(() => {
      cancelled = true;
    });
    const report = { cancelled: () => cancelled, step: (_phase: string, step: number) => world.sayProgress?.(step === 0 ? 'Verifying' : '') };
    const held = { checkpoint: earlier.value, verifierKeys: given.options('key') };
    const verified = asTyped(await verifyCustodyFolder(given.operand(0), held, report), { against: '--against', key: '--key' });
    hear();
    if (!verified.ok) return verified;
    const { sound, findings, entries, proven, whole, checkpoint, signers, clock } = verified.value;
    const lines = [
      sound ? 'Sound: every entry is as it was signed.' : 'Not sound: do not rely on this log.',
      ...findings.map(({ code, file }) => `${file}: ${custodyFindingWords[code]}`),
      ...printFields([
        [
          'entries',
          whole ? `${entries.toLocaleString('en')}, the whole log` : `${entries.toLocaleString('en')} of ${(checkpoint?.size ?? 0).toLocaleString('en')}`,
        ],
        ['proven', proven.toLocaleString('en')],
        ['six words', checkpoint?.words.join(' ') ?? 'no checkpoint'],
        ['signed by', signers.map(({ verifierKey }) => verifierKey).join(', ') || 'no signature holds'],
      ]),
      ...clock.map(({ seq }) => `Entry ${seq}: its time does not fit the entry before it.`),
      ...(given.options('key').length > 0 ? [] : ['Whose key it is, only its owner can tell you: compare the key line by telephone or on paper.']),
    ];
    return done({ json: { kind: 'custody', ...verified.value }, lines, failed: !sound });
  },
};
