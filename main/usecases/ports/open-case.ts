import type { VerifyDepth } from '#shared/contract/care.ts';
import type { KeyListing } from '#shared/contract/keys.ts';
import type { CaseFinding } from '#shared/domain/case/case-finding.ts';
import type { CaseHeads } from '#shared/domain/case/case-heads.ts';
import type { CaseRecord } from '#shared/domain/case/case-record.ts';
import type { Change, EditLabel } from '#shared/domain/case/change.ts';
import type { BlobId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { Reply } from '#shared/kernel/reply.ts';
import type { BlobContent, StoredBlob } from './blobs.ts';
import type { CarePort } from './care.ts';
import type { ReadableCustody, WritableCustody } from './custody.ts';
import type { Progress } from './progress.ts';

/** The open case for a query: nothing in this type can change it. */
export type ReadableCase = {
  readonly care: CarePort;
  readonly caseId: string;
  readonly folder: string;
  readonly readOnly: boolean;
  /** Six words of the hash of everything written so far, to compare by voice or on paper. */
  readonly headWords: () => readonly string[];
  /** What opening the case noticed, such as an unclean end or a parallel branch; keys of the wording table. */
  readonly openingFindings: readonly CaseFinding[];
  /** The record as of now; readers must not keep it across a commit. */
  readonly record: () => CaseRecord;
  /** What lists need of the same record; of a large case far cheaper to go through. */
  readonly heads: () => CaseHeads;
  /** Reads `length` bytes of a blob from `offset`; shorter at the end. Throws nothing for damage: refused `case-damaged`. */
  readonly readBlob: (blob: BlobId, offset: number, length: number) => Promise<Reply<Uint8Array>>;
  readonly blobLength: (blob: BlobId) => Promise<Reply<number>>;
  readonly history: () => { readonly undo: readonly HistoryStep[]; readonly redo: readonly HistoryStep[] };
  /** What can open the case; tells no secret. Refuses `case-damaged` when the header is not as it was written. */
  readonly listKeys: () => Promise<Reply<KeyListing>>;
  /** Checks the whole case: every frame, snapshot, blob and the custody chain; every byte of the blobs unless `depth` is `quick`. */
  readonly verify: (report: Progress, depth?: VerifyDepth) => Promise<Reply<CaseVerification>>;
  readonly custody: ReadableCustody;
};

export type HistoryStep = { readonly label: EditLabel; readonly at: Instant; readonly ids: readonly string[] };

export type CaseVerification = {
  readonly sound: boolean;
  readonly findings: readonly CaseFinding[];
  readonly counts: { readonly frames: number; readonly blobs: number; readonly blobBytes: number; readonly objects: number; readonly custody: number };
};

/** The open case for a command. */
export type WritableCase = ReadableCase & {
  readonly custody: WritableCustody;
  /**
   * Decides on the record as it is when its turn comes (commits run one at a time), then writes the change durably.
   * The answer is `ok` only when it is on disk; memory is as before otherwise. A refusal of `decide` is handed back.
   */
  readonly commit: (decide: (record: CaseRecord) => Reply<Change>, how?: { readonly undoable: boolean }) => Promise<Reply<Change>>;
  readonly undo: () => Promise<Reply<EditLabel>>;
  readonly redo: () => Promise<Reply<EditLabel>>;
  /** Seals and stores bytes once under a name derived from their content; durable when it answers. Same content, same blob. */
  readonly storeBlob: (content: BlobContent, report: Progress) => Promise<Reply<StoredBlob>>;
};
