import { z } from 'zod';
import { touchedParts } from '../domain/case/case-finding.ts';
import { message } from './message.ts';

const NothingSchema = z.object({}).strict();
const CountSchema = z.int().min(0);

/** What of an object a finding touches. Ids only: who shows it asks `objects/labels` for the words. */
export const TouchedSchema = z.object({
  kind: z.enum(['source', 'evidence', 'claim', 'link', 'note', 'entity', 'dossier', 'custody', 'case']),
  /** Id of the object; for `custody` the sequence number of the entry, for `case` the word `case`. */
  id: z.string(),
  part: z.enum(touchedParts),
});

/** Edits of the whole case are counted from 1; both ends are included. */
export const EditRangeSchema = z.object({ from: CountSchema, to: CountSchema });

/** One thing that opening or checking the case found. `subject` names a part of the folder or a collection, never case content. */
export const FindingSchema = z.object({
  severity: z.enum(['info', 'warning', 'damage']),
  code: z.string(),
  subject: z.string(),
  /** Objects that are damaged, missing or in doubt because of it; at most 200, `touchedInAll` says how many there are. */
  touched: z.array(TouchedSchema.readonly()).readonly().optional(),
  touchedInAll: CountSchema.optional(),
  /** Edits that are lost because of it. */
  lostEdits: z.array(EditRangeSchema.readonly()).readonly().optional(),
  /** When it was noticed first, for what is kept in mind until somebody acknowledges it (RFC 3339). */
  noticedAt: z.string().optional(),
  /** When somebody acknowledged it; it is a remark from then on. */
  acknowledgedAt: z.string().optional(),
});
export type Finding = z.infer<typeof FindingSchema>;

/** `quick`: headers, every frame and snapshot, presence and size of every blob, custody chain; seconds. `full`: every byte. */
const verifyDepths = ['quick', 'full'] as const;
export const VerifyDepthSchema = z.enum(verifyDepths);
export type VerifyDepth = (typeof verifyDepths)[number];

/** One edit of a branch. `writer` is the first eight digits of the random id of the session that made it. */
export const BranchEditSchema = z.object({ seq: CountSchema, label: z.string(), at: z.string(), writer: z.string(), ids: z.array(z.string()) });
export type BranchEdit = z.infer<typeof BranchEditSchema>;

/** A line of edits that was made beside another, because two programs wrote the case at once. */
export const BranchSchema = z.object({
  /** Twelve digits of the head of its end: the same on every computer. */
  id: z.string(),
  /** Whether it is the one the case is shown and worked on by. */
  isTrunk: z.boolean(),
  /** Whether it is the one that is open now. */
  isOpen: z.boolean(),
  /** Number of the last edit it has in common with the trunk; `null` when that lies before what is kept. */
  commonSeq: CountSchema.nullable(),
  /** Edits since then, oldest first; at most 500. Of those whose log is gone, what they led to, in edits that bring it over. */
  edits: z.array(BranchEditSchema),
  editsInAll: CountSchema,
  /** Somebody has said that it is not needed any more: tidying up may remove it. */
  settled: z.boolean(),
});
export type Branch = z.infer<typeof BranchSchema>;

/** An edit of the branch that cannot be made on the trunk as it is, and the objects both have changed. */
export const BranchConflictSchema = z.object({
  edit: BranchEditSchema,
  objects: z.array(z.object({ id: z.string(), reason: z.enum(['changed-in-both', 'follows-a-conflict']) })),
});
export type BranchConflict = z.infer<typeof BranchConflictSchema>;
export const MergePlanSchema = z.object({ applies: z.array(BranchEditSchema), present: z.array(BranchEditSchema), conflicts: z.array(BranchConflictSchema) });
export type MergePlan = z.infer<typeof MergePlanSchema>;

const BranchIdSchema = z.string().regex(/^[0-9a-f]{12}$/, 'the twelve digits of a branch, as the list shows them');
const NamedBranchSchema = z.object({ branchId: BranchIdSchema }).strict();

/** What a repair made of a damaged case: everything authentic is in the new folder, and this lists what is not. No case content. */
export const RepairReportSchema = z.object({
  /** Where the records came from: the snapshot used (or none), how many edits after it, and branches that were carried over beside. */
  from: z.object({ snapshot: z.string().nullable(), edits: CountSchema, branches: CountSchema }),
  kept: z.object({ objects: CountSchema, custody: CountSchema, blobs: CountSchema, blobBytes: CountSchema }),
  lost: z.object({
    edits: z.array(EditRangeSchema),
    /** Entries of the custody log, by their numbers. */
    custody: z.array(EditRangeSchema),
    /** Sealed bytes that are gone or damaged, by what they are to an item. */
    blobs: z.array(z.object({ blob: z.string(), touched: z.array(TouchedSchema) })),
    /** Whether nothing can be said of what came before the first edit that is known. */
    beginning: z.boolean(),
  }),
  /** Items whose record was lost and that were entered again from what their sealed bytes say of themselves. */
  recovered: z.array(z.string()),
  findings: z.array(FindingSchema),
});
export type RepairReport = z.infer<typeof RepairReportSchema>;

export const careCommands = {
  /** A finding that is kept in mind becomes a remark. Refused `not-found` when nothing like it is kept. */
  'case/acknowledge': message(z.object({ code: z.string(), subject: z.string() }).strict(), NothingSchema),
  /**
   * Makes the edits of a branch again on the trunk, as new edits; `take` names objects whose version in the branch is to win. Nothing is deleted.
   * A job that is cancelled keeps what it has made; `left` are still to be made.
   */
  'case/merge-branch': message(
    NamedBranchSchema.extend({ jobId: z.string().min(1).max(64), take: z.array(z.string()).max(10_000).optional() }).strict(),
    z.object({ applied: CountSchema, left: CountSchema, conflicts: z.array(BranchConflictSchema) }),
  ),
  /** The branch is not needed any more: it is no finding from now on, and tidying up may remove its files. */
  'case/settle-branch': message(NamedBranchSchema, NothingSchema),
};
export const careQueries = {
  /** Only the trunk when nobody wrote beside it. */
  'case/branches': message(NothingSchema, z.array(BranchSchema)),
  /** What merging would do. */
  'case/merge-plan': message(NamedBranchSchema, MergePlanSchema),
};
