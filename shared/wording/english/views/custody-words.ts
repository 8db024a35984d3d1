import { spoken } from '../../spoken.ts';

/** What the custody view says of checkpoints, signatures and the clock. */
export const custodyWords = spoken('custodyWords', {
  checkpoints: 'Signed states',
  why: 'A checkpoint signs how long the log is and the root over all its entries. Whoever holds a copy can show later that nothing before it was changed, removed or slipped in. It does not show that the entries are true.',
  none: 'Nothing has been signed yet. Closing the case signs its state, too.',
  sign: 'Sign now',
  signed: 'The state of the log is signed.',
  entries: (count: number) => (count === 1 ? '1 entry' : `${count.toLocaleString('en')} entries`),
  since: (count: number) => (count === 1 ? '1 entry since then is not signed yet.' : `${count.toLocaleString('en')} entries since then are not signed yet.`),
  words: 'Six words',
  signatures: 'Signed by',
  own: 'of this case',
  copyNote: 'Copy the note',
  copied: 'The note is on the clipboard for a short while. Hand it to somebody outside.',
  addSignature: 'Add a co-signature…',
  addLead: 'A colleague signs your note with their own copy of Corroborate and sends it back. Paste what they sent, and the key they told you by another way.',
  note: 'Signed note',
  verifierKeys: 'Their key, one a line',
  verifierKeysHint: 'Such as name+8 digits+letters. Take it from the person, not from beside the note.',
  add: 'Add',
  added: (names: readonly string[]) => (names.length === 0 ? 'There is no new signature in it.' : `Added: ${names.join(', ')}.`),
  cosign: 'Sign a colleague’s note…',
  cosignLead: 'You confirm that you saw this state of their log at this time, and nothing about what is in it.',
  cosignDo: 'Sign',
  cosigned: 'Send this back:',
  theirWords: 'Compare these six words with your colleague by voice:',
  yourKey: 'Your key, to be told by another way:',
  export: 'Export the log…',
  exportJob: 'Export of the custody log',
  exported: (files: number, entries: number) =>
    `${entries.toLocaleString('en')} entries and their proof in ${files} files. Anyone can check them with openssl and sha256sum.`,
  clock: 'The clock',
  clockFine: 'The times of the entries fit together.',
  clockWhy: 'The computer’s clock was set or ran on while it slept, so the times around these entries are in doubt. Their order is not.',
  jump: (seq: number, sort: 'backwards' | 'ahead' | 'behind', seconds: string) =>
    sort === 'backwards'
      ? `Entry ${seq}: ${seconds} earlier than the one before`
      : sort === 'ahead'
        ? `Entry ${seq}: ${seconds} ahead of the time that went by`
        : `Entry ${seq}: ${seconds} behind the time that went by`,
  doubt: 'clock',
  close: 'Close',
} as const);
