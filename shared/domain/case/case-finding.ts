import type { ObjectKind } from './case-record.ts';

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
  'edits-lost',
  'fork',
  'frames-superseded',
  'header-older-than-log',
  'older-than-seen',
  'blob-missing',
  'blob-damaged',
  'blob-unreferenced',
  'escrow-missing',
  'escrow-damaged',
  'custody-broken',
  'custody-gap',
  'checkpoint-broken',
  'checkpoint-signature-wrong',
  'clock-backwards',
  'clock-jump',
  'record-invalid',
  'record-older',
  'unknown-file',
  'note-changed',
  'search-index-unusable',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** Parts of an object: all of it, or one of the sealed files an exhibit rests on. */
export const touchedParts = ['whole', 'original', 'text', 'page', 'display', 'figure', 'sheets'] as const;
/** An object that a finding touches, by kind and id; a custody entry by its number, what the case says of itself by `case`. */
export type Touched = { readonly kind: ObjectKind | 'custody' | 'case'; readonly id: string; readonly part: (typeof touchedParts)[number] };
/** Edits are counted from 1 over the whole case; both ends are included. */
export type EditRange = { readonly from: number; readonly to: number };

/** `subject` names a part of the case folder or a collection, never case content. The other fields are as in the contract (care.ts). */
export type CaseFinding = {
  readonly severity: 'info' | 'warning' | 'damage';
  readonly code: FindingCode;
  readonly subject: string;
  readonly touched?: readonly Touched[];
  readonly touchedInAll?: number;
  readonly lostEdits?: readonly EditRange[];
  readonly noticedAt?: string;
  readonly acknowledgedAt?: string;
};
