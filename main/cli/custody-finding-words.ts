import type { CustodyFolderFinding } from '#main/dossier/custody/verify-custody-folder.ts';

/** What can be wrong with proofs of custody, said of a file. */
export const custodyFindingWords: { readonly [K in CustodyFolderFinding['code']]: string } = {
  'custody-missing': 'it is missing',
  'custody-added': 'it belongs to no entry and no signature',
  'custody-malformed': 'it is not written as Corroborate writes it: something in it was changed',
  'custody-signature-wrong': 'a signature in it does not hold',
  'custody-key-differs': 'it is not the key that the checkpoint names',
  'custody-proof-wrong': 'the entry is not the one that was signed at this place',
  'custody-chain-broken': 'an entry does not follow the one before it',
  'custody-root-differs': 'the entries are not those that were signed',
  'custody-not-extended': 'the log does not go on from the earlier checkpoint that you hold',
  'custody-key-absent': 'the key you named has not signed it',
  unreadable: 'it cannot be read',
  added: 'it belongs to no custody log',
  'not-a-file': 'it is a link or a device, not a file; it was not followed',
  'too-many-files': 'the folder holds more files than can be checked',
};
