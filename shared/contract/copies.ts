import { z } from 'zod';
import { message } from './message.ts';

const CountSchema = z.int().min(0);
const PlaceSchema = z.discriminatedUnion('from', [
  z.object({ from: z.literal('path'), path: z.string().min(1) }),
  z.object({ from: z.literal('ticket'), ticket: z.string().min(1) }),
]);

/** A folder that opens as the case it is a copy of and is brought up to date by the next backup, or one plain tar file, written once. */
const backupForms = ['folder', 'tar'] as const;
export type BackupForm = (typeof backupForms)[number];

export const BackupSchema = z.object({
  as: z.enum(backupForms),
  place: z.string(),
  /** What the backup holds in all, and what of it this run had to copy; bytes as they lie on the disk. */
  files: CountSchema,
  bytes: CountSchema,
  copiedFiles: CountSchema,
  copiedBytes: CountSchema,
  /** The edits it holds, and the six words of their head: edits made while it ran are not in it. */
  edits: CountSchema,
  headWords: z.array(z.string()),
  /** Exhibits' bytes that are damaged or missing in the backup because they are so in the case. */
  damaged: CountSchema,
  /** Whether the custody log tells of it: a case that is only read cannot. */
  notedInCustody: z.boolean(),
});
export type Backup = z.infer<typeof BackupSchema>;

/** What compacting would remove: sealed bytes that nothing refers to, and the log and snapshots that a fresh snapshot replaces. */
export const FreeableSchema = z.object({
  /** Names this answer: `case/compact` takes it, so that only what was shown is removed. */
  digest: z.string(),
  blobs: z.array(z.object({ blob: z.string(), name: z.string(), bytes: CountSchema })),
  blobBytes: CountSchema,
  logFiles: CountSchema,
  logBytes: CountSchema,
  /** Unreferenced blobs that stay because this session stored them or its undo may bring them back; the next session can free them. */
  keptForUndo: CountSchema,
});
export type Freeable = z.infer<typeof FreeableSchema>;

export const copyCommands = {
  /**
   * Copies the case as it is now, while work goes on; reads the copy back and authenticates every byte before it answers. A job:
   * `writing` and `verifying` in bytes. Refuses `refused` (`backup-of-another-case`, `backup-is-newer`, `backup-went-on`,
   * `backup-damaged`), `folder-not-empty`, `invalid-input` at `to` (inside the case, or a tar that is there), `write-failed`, `cancelled`.
   */
  'case/backup': message(z.object({ jobId: z.string(), to: PlaceSchema, as: z.enum(backupForms) }).strict(), BackupSchema),
  /**
   * Removes what {@link FreeableSchema} listed, after a full verification and a fresh snapshot read back. A job. Refuses
   * `verification-failed` (also for a fork), `refused` (`compact-list-changed`), `read-only`, `write-failed`, `cancelled`.
   */
  'case/compact': message(
    z.object({ jobId: z.string(), digest: z.string() }).strict(),
    z.object({ blobs: CountSchema, logFiles: CountSchema, freedBytes: CountSchema }),
  ),
};
export const copyQueries = {
  'case/compact-preview': message(z.object({}).strict(), FreeableSchema),
};
