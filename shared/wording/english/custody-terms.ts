import type { CustodyAction } from '../../domain/custody/custody-entry.ts';
import { spoken } from '../spoken.ts';

/** What can happen to evidence, in the words of the custody log. */
export const custodyTerms: { readonly [K in CustodyAction]: string } = spoken('custodyTerms', {
  collected: 'Collected',
  imported: 'Taken in',
  viewed: 'Viewed',
  copied: 'Copied',
  marked: 'Marked',
  redacted: 'Redacted',
  transferred: 'Transferred',
  exported: 'Exported',
  verified: 'Verified',
  removed: 'Removed',
  restored: 'Restored',
  'gate-overridden': 'Let out in spite of its marks',
  'signed-off': 'Dossier signed off',
  disposed: 'Disposed of',
  'key-added': 'Way to open the case added',
  'key-removed': 'Way to open the case removed',
  'passphrase-changed': 'Passphrase changed',
  'travel-locked': 'Locked for travel',
  'backed-up': 'Backup made',
  compacted: 'Case compacted',
  're-keyed': 'Case encrypted anew',
  repaired: 'Case repaired',
  migrated: 'Case format brought up to date',
  'branch-resolved': 'Parallel branch resolved',
  lost: 'Entry lost',
});
