import type { Problem, RefusalRule } from '../../kernel/problem.ts';
import { spoken } from '../spoken.ts';

type OfKind<K extends Problem['kind']> = Extract<Problem, { readonly kind: K }>;

/** One sentence or two for each expected failure: what is wrong, then what to do. No case content ever stands in them. */
export const problemWords: { readonly [K in Problem['kind']]: (problem: OfKind<K>) => string } = spoken('problemWords', {
  'case-locked': () => 'The case is locked. Unlock it and try again.',
  'not-found': ({ what }) => `This case holds no ${whatWords[what] ?? what} with that identifier. It may have been removed.`,
  'invalid-input': ({ where, reason }) => `${where}: ${reason}.`,
  refused: ({ rule }) => refusalWords[rule],
  'wrong-passphrase': () => 'The passphrase does not open this case. Check the keyboard layout and Caps Lock, then try again.',
  'wrong-recovery-code': () => 'These recovery words do not open this case. Check their spelling and their order: there are 24.',
  'wrong-key-file': () => 'This passphrase and this key file do not open the case together. Check both: the file must be the very same, byte for byte.',
  'wrong-shares': () =>
    'These shares look right, but what they make opens nothing here. Their key may have been removed, or one of them was made up: give two more than are needed to learn which.',
  'bad-share': ({ item, reason, word }) => `Share ${item}: ${word === null ? badShareWords[reason] : `word ${word} is in no list. Look at the paper again.`}`,
  'too-few-shares': ({ given, needed }) => `${given === 1 ? '1 share was' : `${given} shares were`} given; ${needed} are needed. Fewer tell nothing at all.`,
  'not-a-case': () => 'There is no case here. Check the path, or choose a folder that Corroborate has made; its name usually ends in .case.',
  'case-damaged': ({ part }) => `The case is damaged (${partWords[part] ?? part}). Nothing was changed. Repair it into a new folder, or restore a backup.`,
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
  'at-risk': ({ labels }) =>
    `Not exported: nothing is decided yet about ${labels.join(', ')}, marked for people at risk. Make a redacted copy of each, have the plan leave out what is marked, or give a reason why it may leave as it is.`,
  'verification-failed': ({ findings }) => `Verification failed with ${findings === 1 ? '1 finding' : `${findings} findings`}. Do not rely on these files.`,
  cancelled: () => 'Cancelled. What was done before stays; nothing half-written is left.',
  'self-test-failed': () => 'The encryption of this program failed its self-test, so nothing was opened. Install Corroborate again.',
  internal: ({ reference }) => `Something went wrong that should not have (reference ${reference}). The case is as it was before; please report the reference.`,
});

export const refusalWords: { readonly [K in RefusalRule]: string } = spoken('refusalWords', {
  'link-to-itself': 'Nothing can be linked to itself, and no source can relay itself. Choose two different objects.',
  'link-exists': 'These two are linked this way already.',
  'quote-not-in-text': 'The text of this evidence does not hold these words. Copy the quote from the text as it is shown.',
  'no-text-to-quote': 'This evidence has no text that could be quoted. Point to the whole item or to a region instead.',
  'region-outside-picture': 'The region lies outside the picture. Draw it within its edges.',
  'no-attachments': 'Nothing is attached to this evidence.',
  'no-picture': 'This evidence has no picture in which a region could be marked.',
  'kept-apart': 'Somebody has said that these two are not the same. Remove that link first, if it was wrong.',
  'search-name-taken': 'Another saved search has this name. Choose another one.',
  'watched-already': 'These words are watched for already.',
  'merge-with-itself': 'An entity cannot be merged with itself. Choose two different ones.',
  'not-coordinates': 'That cannot be read as coordinates without guessing.',
  'no-such-page': 'This evidence has no page of that number, or the region lies outside it.',
  'recording-too-long':
    'Recordings of more than 256 MiB are not redacted here. Cut the stretch that matters with another program, take that in, and redact it.',
  'recording-unreadable':
    'This recording cannot be decoded here, so it cannot be redacted. Try its sound alone, leave it out, or take in still pictures of it and redact those.',
  'no-recording': 'This evidence is no sound or video, so it has no moments to point to.',
  'too-many-places': 'This item has as many marked places as one item can have. Remove some first.',
  'not-line-for-line': 'A translation stands beside its original line for line: it needs exactly as many lines, empty ones included, and some words.',
  'nothing-to-redact': 'There was nothing to take out: no passage was given, and no name of anybody shown by role stands in this text.',
  'own-work': 'A dossier is signed off by a second person, not by whoever works on it. Give the name of another analyst of this case.',
  'cited-elsewhere': 'It is cited elsewhere in the case. Remove the claims, links, notes or plans that cite it first.',
  'nothing-to-undo': 'There is nothing to undo.',
  'nothing-to-redo': 'There is nothing to redo.',
  'duplicate-evidence': 'The same bytes are in the case already.',
  'credibility-needs-claim': 'Credibility and findings are given to claims. Rate a source by its reliability instead.',
  'reliability-needs-source': 'Reliability is given to sources. Rate a claim by its credibility instead.',
  'unsafe-name': 'This name cannot be used for a file. Choose another one.',
  'nothing-to-sign': 'There is nothing to sign: the custody log has no entry, or no checkpoint of that size was kept.',
  'not-an-analyst': 'Nobody of that name is among the analysts of this case. Add the name to the case first.',
  'checkpoint-of-another-log': 'This is not a checkpoint that was taken of this case. Look for the file that was exported from it.',
  'signature-wrong': 'A signature in this file does not hold for the key it names. Ask for the file again and compare the six words.',
  'signer-unknown': 'The signature was made with a key that this case does not know. Give the key line that the signer told you.',
  'backup-of-another-case': 'There is a backup of another case in that folder. Choose another folder; nothing there was changed.',
  'backup-is-newer': 'The backup holds later edits than this case. Nothing there was changed. Find out which of the two is the right one before you go on.',
  'backup-went-on': 'The backup was opened and worked on since it was made. Nothing there was changed. Make this backup in another folder and keep both.',
  'backup-damaged': 'The backup in that folder is damaged. Nothing there was changed. Make a new backup in another folder.',
  'not-a-backup': 'This is not a backup that Corroborate made, or it was changed since. Nothing was unpacked.',
  'compact-list-changed': 'The case has changed since the list was made. Look at what would be removed again.',
  'key-exists': 'This opens the case already. Choose another passphrase or another key file.',
  'last-key': 'This is the only key of the case. Add another one first: without any, nobody could open the case again.',
  'last-carried-key': 'This is the last key that you carry; after it only escrow or shares would open the case. Use the travel lock, which tries them first.',
  'no-free-key': 'The case has eight keys, and no room for more. Remove one first.',
  'nothing-entrusted': 'There is no escrow and there are no shares: after a travel lock nobody could open the case. Make one of them first.',
  'entrusted-unproven':
    'Nothing was removed, because it is not shown that the case can be opened again. Give the words of an escrow file or enough shares, or say why you cannot.',
  'other-passphrases': 'Several passphrases open this case. Say whether the others are to stay or to be removed.',
});

export const badShareWords: { readonly [K in OfKind<'bad-share'>['reason']]: string } = spoken('badShareWords', {
  'not-a-share': 'it does not have the 36 words of a share. Check that none is missing.',
  mistyped: 'its words do not fit together. One is mistyped, or two have changed places.',
  'of-another-case': 'it belongs to another case.',
  'of-another-split': 'it was printed at another time than the others. Shares of one splitting work only with each other.',
  'given-twice': 'it was given twice. Each share counts once.',
  'made-up': 'it does not fit the others: somebody has made it up or altered it on purpose. Leave it out.',
});

export const writeFailureWords: { readonly [K in OfKind<'write-failed'>['reason']]: string } = spoken('writeFailureWords', {
  'disk-full': 'The disk is full. Nothing was written; free some space and try again.',
  'read-only': 'The folder cannot be written to. Nothing was written; choose another folder.',
  'no-permission': 'You have no permission to write there. Nothing was written; choose another folder.',
  'too-large': 'The file system does not allow a file of this size. Nothing was written; choose another disk.',
  'no-such-folder': 'The folder to write into does not exist. Nothing was written; make it first or choose another one.',
  'input-output': 'The disk reported an error. Nothing was written; check the disk and try again.',
});

export const unreadableWords: { readonly [K in OfKind<'unreadable-file'>['reason']]: string } = spoken('unreadableWords', {
  missing: 'it does not exist. Check the path.',
  'no-permission': 'you have no permission to read it.',
  'is-folder': 'it is a folder. Give the files in it one by one.',
  'changed-while-reading': 'it changed while it was read. Try again when nothing writes to it.',
  'input-output': 'it could not be read. Check the disk it lies on.',
});

export const quarantineWords: { readonly [K in OfKind<'quarantine-failed'>['reason']]: string } = spoken('quarantineWords', {
  timeout: 'The file took too long to examine and was stopped.',
  crashed: 'The file made the examining page crash. It did no harm outside of it.',
  'no-engine': 'No browser engine was found to examine files with. Install Electron or a Chromium-family browser.',
});

export const partWords: { readonly [part: string]: string } = spoken('partWords', {
  header: 'its header',
  log: 'its log',
  snapshot: 'a snapshot',
  blob: 'a sealed file',
});
export const whatWords: { readonly [what: string]: string } = spoken('whatWords', {
  dossier: 'dossier plan',
  evidence: 'evidence item',
  object: 'object',
  filter: 'kept filter',
  search: 'saved search',
  watch: 'watch term',
  display: 'picture of that item',
  figure: 'picture of that item',
  page: 'page of that item',
  text: 'text of that item',
});
