import { type FindingCode, findingCodes } from '../../domain/case/case-finding.ts';
import { spoken } from '../spoken.ts';

/** What each finding means for the person, and what to do where something can be done. */
export const findingCodeTerms: { readonly [K in FindingCode]: string } = spoken('findingCodeTerms', {
  'unclean-end': 'The case was not closed properly last time. Every edit that was confirmed is there.',
  'header-copy-healed': 'One of the two copies of the header was out of date and was written anew.',
  'header-copy-damaged': 'One of the two copies of the header is damaged. The other one is in use.',
  'header-copy-older':
    'One of the two copies of the header is older than the other. The newer one is in use; opening the case for work writes the older one anew.',
  'snapshot-unusable': 'A snapshot could not be used; the case was read from an older one and the log.',
  'recovery-point-missing':
    'A file that only served as a second way to read the case is missing. Nothing is lost; find out who removed it, and close the case once to have a new one.',
  'segment-damaged': 'A part of the log is damaged. Edits in it may be missing. Repair the case into a new folder, or restore a backup.',
  'segment-gap': 'A part of the log is missing. Edits in it are gone; everything else is shown. Repair the case into a new folder, or restore a backup.',
  'edits-lost': 'Edits are missing between others that are there. Everything else is shown; repair the case into a new folder, or restore a backup.',
  fork: 'The case was written in two places at once. One branch is shown; the other is kept in the folder until you have looked at it and merged what is to be kept.',
  'frames-superseded': 'Entries that were never confirmed lie in the log. They are ignored.',
  'header-older-than-log': 'The header is older than the log. Somebody may have put an old header back, and with it an old passphrase.',
  'older-than-seen':
    'The case is older than this computer has seen it: edits made since then are not in it. Somebody may have put an old copy back. Look for the newer one before you go on.',
  'blob-missing': 'The sealed bytes of an item are missing. Everything else is readable; restore a backup to have them again.',
  'blob-damaged': 'The sealed bytes of an item are damaged. Everything else is readable; restore a backup to have them again.',
  'blob-unreferenced': 'Sealed bytes that no item refers to, left by removed evidence or a cancelled import.',
  'escrow-missing': 'An escrow file is no longer in the folder. If you did not carry it away yourself, make another one and remove its key.',
  'escrow-damaged': 'An escrow file is not as it was sealed and may not open any more. Make another one and remove its key.',
  'custody-broken': 'The custody log does not hold together. Do not rely on it before you know why.',
  'custody-gap': 'Entries of the custody log are missing. The others are as they were written.',
  'checkpoint-broken':
    'The custody log is not the one that was signed: entries were changed, removed or added behind this checkpoint. Compare it with the copy that somebody else holds.',
  'checkpoint-signature-wrong': 'A signature under a checkpoint of the custody log does not hold. Do not rely on that checkpoint.',
  'clock-backwards': 'The clock of the computer was set back before this entry of the custody log: its time is earlier than that of the entry before it.',
  'clock-jump':
    'The clock of the computer was set, or the computer slept, before this entry of the custody log: its time does not fit the time that really went by.',
  'record-older': 'An older version of Corroborate wrote this case. From the first edit on, older versions cannot open it; make a backup first if they must.',
  'record-invalid': 'A record does not have the form it should have and was left out.',
  'unknown-file': 'The folder holds a file that is not part of the case.',
  'note-changed': 'The note for whoever finds the folder (README.txt) was changed or taken away. The case itself is not touched by it.',
  'search-index-unusable':
    'A part of the search index is not as it was written, or is gone. Nothing of the case is lost with it: it is made anew when the case is searched.',
});

/** The sentence for a code that crossed the bridge as text. */
export function findingSentence(code: string): string {
  const known = findingCodes.find((each) => each === code);
  return known === undefined ? code : findingCodeTerms[known];
}
