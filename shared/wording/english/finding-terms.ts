import { type FindingCode, findingCodes } from '../../domain/case/case-finding.ts';

/** What each finding means for the person, and what to do where something can be done. */
export const findingCodeTerms: { readonly [K in FindingCode]: string } = {
  'unclean-end': 'The case was not closed properly last time. Every edit that was confirmed is there.',
  'header-copy-healed': 'One of the two copies of the header was out of date and was written anew.',
  'header-copy-damaged': 'One of the two copies of the header is damaged. The other one is in use.',
  'header-copy-older':
    'One of the two copies of the header is older than the other. The newer one is in use; opening the case for work writes the older one anew.',
  'snapshot-unusable': 'A snapshot could not be used; the case was read from an older one and the log.',
  'recovery-point-missing':
    'A file that only served as a second way to read the case is missing. Nothing is lost; find out who removed it, and close the case once to have a new one.',
  'segment-damaged': 'A part of the log is damaged. Edits in it may be missing: restore the folder from a backup.',
  'segment-gap': 'A part of the log is missing. Edits in it are gone: restore the folder from a backup.',
  fork: 'The case was written in two places at once. One branch is shown; the other is kept in the folder.',
  'frames-superseded': 'Entries that were never confirmed lie in the log. They are ignored.',
  'header-older-than-log': 'The header is older than the log. Somebody may have put an old header back, and with it an old passphrase.',
  'older-than-seen':
    'The case is older than this computer has seen it: edits made since then are not in it. Somebody may have put an old copy back. Look for the newer one before you go on.',
  'blob-missing': 'The sealed bytes of an item are missing. Restore the folder from a backup.',
  'blob-damaged': 'The sealed bytes of an item are damaged. Restore the folder from a backup.',
  'blob-unreferenced': 'Sealed bytes that no item refers to, left by removed evidence or a cancelled import.',
  'custody-broken': 'The custody log does not hold together. Do not rely on it before you know why.',
  'record-invalid': 'A record does not have the form it should have and was left out.',
  'unknown-file': 'The folder holds a file that is not part of the case.',
};

/** The sentence for a code that crossed the bridge as text. */
export function findingSentence(code: string): string {
  const known = findingCodes.find((each) => each === code);
  return known === undefined ? code : findingCodeTerms[known];
}
