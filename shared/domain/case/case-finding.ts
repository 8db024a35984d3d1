/** Codes of what opening or verifying a case can find; keys of the wording table. */
export const findingCodes = [
  'unclean-end',
  'header-copy-healed',
  'header-copy-damaged',
  'header-copy-older',
  'snapshot-unusable',
  'recovery-point-missing',
  'segment-damaged',
  'segment-gap',
  'fork',
  'frames-superseded',
  'header-older-than-log',
  'older-than-seen',
  'blob-missing',
  'blob-damaged',
  'blob-unreferenced',
  'custody-broken',
  'record-invalid',
  'unknown-file',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** `subject` names a part of the case folder or a collection, never case content. */
export type CaseFinding = { readonly severity: 'info' | 'warning' | 'damage'; readonly code: FindingCode; readonly subject: string };
