import type { CustodyAction } from '../../domain/custody/custody-entry.ts';

/** What can happen to evidence, in the words of the custody log. */
export const custodyTerms: { readonly [K in CustodyAction]: string } = {
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
  disposed: 'Disposed of',
};
