import { spoken } from '../../spoken.ts';

/** What the dialog says that encrypts a dossier for somebody else. */
export const handOverWords = spoken('handOverWords', {
  act: 'Hand over…',
  title: 'Encrypt for somebody',
  lead: 'An age file that the stock age program opens, with checksums and how to open it. What is written is read back.',
  what: 'What is handed over',
  lastExport: 'The dossier just exported',
  chosen: (name: string) => `Chosen: ${name}`,
  chooseFolder: 'Choose the folder of a dossier…',
  chooseTar: 'Choose the tar of a backup…',
  who: 'Who can open it',
  toRecipients: 'Holders of these age keys',
  toPassphrase: 'Whoever is told a passphrase',
  recipients: 'Recipients',
  recipientsHint: 'Public keys that begin with age1, one a line. They are no secrets.',
  passphraseHint:
    'Eleven random words are made for it and shown once, afterwards. A passphrase of your own is typed on the command line only: no secret is typed on the desk.',
  parts: 'Parts',
  partSizes: { whole: 'One file', cd: 'Parts of 650 MB (CD)', fat: 'Parts of 4 GB (most sticks)', dvd: 'Parts of 4.7 GB (DVD)' },
  choose: 'Choose an empty folder and write…',
  job: 'Hand-over',
  running: 'Encrypting, writing and reading back…',
  done: 'Encrypted, written and read back',
  words: 'Passphrase, shown this once',
  wordsHint: 'Tell it by another way than the file goes: by voice, or on paper.',
  folder: 'Folder',
  needRecipients: 'Give at least one key that begins with age1.',
  needSource: 'Choose what is handed over.',
} as const);
