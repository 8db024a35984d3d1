import type { Problem, RefusalRule } from '../../kernel/problem.ts';

type OfKind<K extends Problem['kind']> = Extract<Problem, { readonly kind: K }>;

/** One sentence or two for each expected failure: what is wrong, then what to do. No case content ever stands in them. */
export const problemWords: { readonly [K in Problem['kind']]: (problem: OfKind<K>) => string } = {
  'case-locked': () => 'The case is locked. Unlock it and try again.',
  'not-found': ({ what }) => `This case holds no ${whatWords[what] ?? what} with that identifier. It may have been removed.`,
  'invalid-input': ({ where, reason }) => `${where}: ${reason}.`,
  refused: ({ rule }) => refusalWords[rule],
  'wrong-passphrase': () => 'The passphrase does not open this case. Check the keyboard layout and Caps Lock, then try again.',
  'wrong-recovery-code': () => 'These recovery words do not open this case. Check their spelling and their order: there are 24.',
  'not-a-case': () => 'There is no case here. Check the path, or choose a folder that Corroborate has made; its name usually ends in .case.',
  'case-damaged': ({ part }) =>
    `The case is damaged (${partWords[part] ?? part}). Nothing was changed. Work on a copy of the folder, or restore the folder from a backup.`,
  'case-in-use': () => 'The case, or a copy of it, is open elsewhere: in another window or on another machine. Lock it there first.',
  'folder-not-empty': () => 'The folder is not empty. Choose a folder that does not exist yet, or an empty one.',
  'newer-format': ({ found, known }) =>
    `The case was written by a newer version of Corroborate (format ${found}; this version reads up to ${known}). Update Corroborate to open it.`,
  'read-only': () => 'The case can only be read here: its folder cannot be written, or its newest edits are in doubt. Copy it to a folder that can be written.',
  'write-failed': ({ reason }) => writeFailureWords[reason],
  'unreadable-file': ({ item, reason }) => `File ${item}: ${unreadableWords[reason]}`,
  'empty-file': ({ item }) => `File ${item} is empty. There is nothing in it to keep.`,
  'too-large': ({ item, limitBytes }) =>
    `File ${item} is larger than ${Math.floor(limitBytes / 1_048_576).toLocaleString('en')} MiB, the most that can be taken in.`,
  'quarantine-failed': ({ reason }) => quarantineWords[reason],
  uncited: ({ labels }) =>
    `Not exported: ${labels.length === 1 ? 'this rests' : 'these rest'} on no exhibit: ${labels.join(', ')}. Cite an exhibit or a claim for each, or leave it out of the plan.`,
  'verification-failed': ({ findings }) => `Verification failed with ${findings === 1 ? '1 finding' : `${findings} findings`}. Do not rely on these files.`,
  cancelled: () => 'Cancelled. What was done before stays; nothing half-written is left.',
  'self-test-failed': () => 'The encryption of this program failed its self-test, so nothing was opened. Install Corroborate again.',
  internal: ({ reference }) => `Something went wrong that should not have (reference ${reference}). The case is as it was before; please report the reference.`,
};

export const refusalWords: { readonly [K in RefusalRule]: string } = {
  'link-to-itself': 'Nothing can be linked to itself, and no source can relay itself. Choose two different objects.',
  'link-exists': 'These two are linked this way already.',
  'quote-not-in-text': 'The text of this evidence does not hold these words. Copy the quote from the text as it is shown.',
  'no-text-to-quote': 'This evidence has no text that could be quoted. Point to the whole item or to a region instead.',
  'region-outside-picture': 'The region lies outside the picture. Draw it within its edges.',
  'no-picture': 'This evidence has no picture in which a region could be marked.',
  'cited-elsewhere': 'It is cited elsewhere in the case. Remove the claims, links, notes or plans that cite it first.',
  'nothing-to-undo': 'There is nothing to undo.',
  'nothing-to-redo': 'There is nothing to redo.',
  'duplicate-evidence': 'The same bytes are in the case already.',
  'credibility-needs-claim': 'Credibility and findings are given to claims. Rate a source by its reliability instead.',
  'reliability-needs-source': 'Reliability is given to sources. Rate a claim by its credibility instead.',
  'unsafe-name': 'This name cannot be used for a file. Choose another one.',
};

const writeFailureWords: { readonly [K in OfKind<'write-failed'>['reason']]: string } = {
  'disk-full': 'The disk is full. Nothing was written; free some space and try again.',
  'read-only': 'The folder cannot be written to. Nothing was written; choose another folder.',
  'no-permission': 'You have no permission to write there. Nothing was written; choose another folder.',
  'too-large': 'The file system does not allow a file of this size. Nothing was written; choose another disk.',
  'no-such-folder': 'The folder to write into does not exist. Nothing was written; make it first or choose another one.',
  'input-output': 'The disk reported an error. Nothing was written; check the disk and try again.',
};

const unreadableWords: { readonly [K in OfKind<'unreadable-file'>['reason']]: string } = {
  missing: 'it does not exist. Check the path.',
  'no-permission': 'you have no permission to read it.',
  'is-folder': 'it is a folder. Give the files in it one by one.',
  'changed-while-reading': 'it changed while it was read. Try again when nothing writes to it.',
  'input-output': 'it could not be read. Check the disk it lies on.',
};

const quarantineWords: { readonly [K in OfKind<'quarantine-failed'>['reason']]: string } = {
  timeout: 'The file took too long to examine and was stopped.',
  crashed: 'The file made the examining page crash. It did no harm outside of it.',
  'no-engine': 'No browser engine was found to examine files with. Install Electron or a Chromium-family browser.',
};

const partWords: { readonly [part: string]: string } = { header: 'its header', log: 'its log', snapshot: 'a snapshot', blob: 'a sealed file' };
const whatWords: { readonly [what: string]: string } = {
  dossier: 'dossier plan',
  evidence: 'evidence item',
  object: 'object',
  display: 'picture of that item',
  figure: 'picture of that item',
  page: 'page of that item',
  text: 'text of that item',
};
