import type { Branch, BranchConflict, BranchEdit } from '#shared/contract/care.ts';
import type { BlobId } from '#shared/kernel/ids.ts';
import type { Reply } from '#shared/kernel/reply.ts';
import type { Progress } from './progress.ts';

/** The care of a case that was damaged, or written in two places at once. */
export type CarePort = {
  readonly branches: () => Reply<readonly Branch[]>;
  readonly mergePlan: (id: string) => Reply<{
    readonly applies: readonly { readonly edit: BranchEdit }[];
    readonly present: readonly BranchEdit[];
    readonly conflicts: readonly BranchConflict[];
  }>;
  readonly mergeBranch: (
    id: string,
    take: readonly string[],
    report: Progress,
  ) => Promise<Reply<{ readonly applied: number; readonly left: number; readonly conflicts: readonly BranchConflict[] }>>;
  readonly settleBranch: (id: string) => Promise<Reply<null>>;
  readonly acknowledge: (code: string, subject: string) => Promise<Reply<null>>;
};

/** Copies of the case beside it. Answers only what was read back and authenticated; nothing half-written is left under a final name. */
export type CopiesPort = {
  readonly backUp: (to: string, as: 'folder' | 'tar', report: Progress) => Promise<Reply<BackupDone>>;
  readonly freeable: () => Freeable;
  /** Removes what the listing of this digest names, after a full verification and two fresh snapshots. */
  readonly compact: (digest: string, report: Progress) => Promise<Reply<Compacted>>;
};

/** `headWords` as of the state that was copied. `damaged`: exhibits' bytes that are damaged or missing in the backup because they are in the case. */
export type BackupDone = {
  readonly place: string;
  readonly files: number;
  readonly bytes: number;
  readonly copiedFiles: number;
  readonly copiedBytes: number;
  readonly edits: number;
  readonly headWords: readonly string[];
  readonly damaged: number;
};

/** What {@link CopiesPort.compact} would remove; fields as in the contract of `case/compact-preview`. */
export type Freeable = {
  readonly digest: string;
  readonly blobs: readonly { readonly blob: BlobId; readonly name: string; readonly bytes: number }[];
  readonly blobBytes: number;
  readonly logFiles: number;
  readonly logBytes: number;
  readonly keptForUndo: number;
};

export type Compacted = { readonly blobs: number; readonly logFiles: number; readonly freedBytes: number };
