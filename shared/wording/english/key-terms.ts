import type { KeyKind, KeySlot, ShareFacts } from '../../contract/keys.ts';
import { spoken } from '../spoken.ts';

/** What opens a case, in the words of lists and of the keys page. */
export const keyKindTerms: { readonly [K in KeyKind]: string } = spoken('keyKindTerms', {
  passphrase: 'Passphrase',
  'key-file': 'Passphrase with key file',
  recovery: 'Recovery words',
  shares: 'Shares',
  escrow: 'Escrow file',
});

/** What each kind is for, in a sentence. */
export const keyKindPurposes: { readonly [K in KeyKind]: string } = spoken('keyKindPurposes', {
  passphrase: 'Typed by a person. Give each colleague one of their own, so that one can be taken back without the others.',
  'key-file': 'A passphrase and a file that must be there as well. Guessing the passphrase alone is then no use.',
  recovery: '24 words on paper, for the day a passphrase is forgotten. They can be issued again, and old ones removed.',
  shares: 'A secret split among people: any few of them together open the case, fewer learn nothing.',
  escrow: 'Words sealed to somebody else’s age key. That person can open the file and read you the words.',
});

/** What each kind does not protect from; said where it is made and where it is listed. */
export const keyKindLimits: { readonly [K in KeyKind]: readonly string[] } = spoken('keyKindLimits', {
  passphrase: [
    'Whoever watched it being typed, or got it out of you, has the case.',
    'Changing or removing it does not reach copies of the folder made before: those still open with it.',
  ],
  'key-file': [
    'A key file beside the case, on the same stick or in the same bag protects nothing: a thief takes both.',
    'The file must stay the same to the last byte. A picture that some program rotates or tags is another file, and the case stays shut.',
    'The file is not secret by looking like one: whoever copies it once has it for good.',
  ],
  recovery: [
    'Whoever finds the paper has the case, without any passphrase.',
    'A photo or a print job of the words is a copy that you do not control.',
    'Removing a code does not reach copies of the folder made before.',
  ],
  shares: [
    'Enough holders together can open the case without you, and nobody will tell you.',
    'Shares kept by one person, or in one place, are one key and not several.',
    'One holder can spoil an opening with a share that was made up; which one it was is only told when two more shares than needed are there.',
  ],
  escrow: [
    'Whoever has one of the age identities, now or later, and the folder or the file, has the case.',
    'The file shows that there is an escrow and for how many recipients, though not for whom.',
    'If the identities are lost, the escrow opens nothing.',
  ],
});

/** What holds for every change of keys. */
export const keyChangeLimits: readonly string[] = spoken('keyChangeLimits', [
  'Who copied the folder earlier can open that copy with the keys it had then. Only a re-key makes old keys useless, and only for what is written after it.',
  'A solid-state disk may keep the old header in cells that no program can reach. Encrypt the disk as well.',
  'There is no deniability: the folder is plainly a case. Who forces you can see that keys exist, though not how many or of which kind.',
]);

export const travelLockWords = spoken('travelLockWords', {
  title: 'Travel lock',
  purpose: 'Takes away every key that you carry, so that you cannot open the case however you are asked. Only the escrow or the shares open it again.',
  limits: [
    'It is of use only if you truly cannot reach the escrow or the shares on the way: not if you hold them, or can ring up somebody who must obey.',
    'It does not hide that there is a case, and it does not reach copies or backups made before.',
    'Its memory still holds the case while it is open. Switch the computer off before the border.',
    'Refusing to open may be an offence where you travel. Ask a lawyer before.',
  ],
  done: (removed: number) =>
    `${removed === 1 ? '1 key was' : `${removed} keys were`} removed. Once it is locked, only the escrow or the shares open this case. Copies made before still open with the old keys.`,
} as const);

export const keyTexts = spoken('keyTexts', {
  anyOf: (needed: number, of: number) => `any ${needed} of ${of}`,
  fileElsewhere: 'its file lies elsewhere',
  share: ({ index, of, needed, caseId }: ShareFacts) =>
    [
      `# Corroborate: share ${index} of ${of}. Any ${needed} of them open the case ${caseId}; fewer tell nothing.`,
      '# Keep it apart from the others and from the case. Whether it was copied rightly: corroborate keys check-share',
    ].join('\n'),
  escrow: (caseId: string, madeOn: string) =>
    [
      `# Corroborate: escrow of ${madeOn} for the case ${caseId}. Whoever reads these 24 words can open it.`,
      '# Save this text and use it: corroborate recover CASE --recovery-file FILE',
    ].join('\n'),
} as const);

/** A key as a line of a list: kind, label, and what is special about it. */
export function keyDetail({ kind, shares, file }: KeySlot): string {
  if (shares) return keyTexts.anyOf(shares.needed, shares.of);
  if (kind === 'escrow') return file ?? keyTexts.fileElsewhere;
  return '';
}

/** The text of one share, to print or to save; lines that begin with `#` are not read back. */
export function shareText(facts: ShareFacts, words: readonly string[]): string {
  return [keyTexts.share(facts), ...wordRows(words), ''].join('\n');
}

/** What an escrow file holds once it is opened. */
export function escrowText(caseId: string, madeOn: string, words: readonly string[]): string {
  return [keyTexts.escrow(caseId, madeOn), ...wordRows(words), ''].join('\n');
}

/** Words with their numbers, six in a row. */
export function wordRows(words: readonly string[]): readonly string[] {
  const numbered = words.map((word, index) => `${String(index + 1).padStart(2)} ${word.padEnd(10)}`);
  return Array.from({ length: Math.ceil(words.length / 6) }, (_, row) =>
    numbered
      .slice(row * 6, row * 6 + 6)
      .join('')
      .trimEnd(),
  );
}
