import { z } from 'zod';
import { InstantSchema, NameSchema, WritingSchema } from '../domain/fields.ts';
import { ObjectIdSchema } from '../kernel/ids.ts';
import { FindingSchema, VerifyDepthSchema } from './care.ts';
import { message } from './message.ts';

const NothingSchema = z.object({}).strict();
const CountSchema = z.int().min(0);

export const OverviewSchema = z.object({
  caseId: z.string(),
  title: z.string(),
  purpose: z.string(),
  handling: z.string(),
  analysts: z.array(z.string()),
  openedAt: z.string(),
  readOnly: z.boolean(),
  headWords: z.array(z.string()),
  openingFindings: z.array(FindingSchema),
  counts: z.object({
    sources: CountSchema,
    evidence: CountSchema,
    claims: CountSchema,
    links: CountSchema,
    notes: CountSchema,
    entities: CountSchema,
    custody: CountSchema,
  }),
});
export type Overview = z.infer<typeof OverviewSchema>;

/** How the work stands: what takes a look at every object, and is asked only where it is shown. */
export const StandingSchema = z.object({
  /** Claims by finding and by work state. */
  claimsByFinding: z.record(z.string(), CountSchema),
  claimsByWorkState: z.record(z.string(), CountSchema),
  /** Things that want attention, each with a code of the wording table and the objects concerned. */
  attention: z.array(
    z.object({
      code: z.enum([
        'claim-without-evidence',
        'claim-unassessed',
        'corroborated-by-one-origin',
        'credibility-1-by-one-origin',
        'at-risk-evidence',
        'claims-in-conflict',
      ]),
      count: CountSchema,
      /** The first of them, as many as one looks at. */
      ids: z.array(z.string()),
    }),
  ),
});
/** The objects changed last, newest first. */
export const RecentSchema = z.array(z.object({ kind: z.string(), id: z.string(), label: z.string(), at: z.string() }));
export type Recent = z.infer<typeof RecentSchema>;
export type Standing = z.infer<typeof StandingSchema>;

const HistoryStepSchema = z.object({ label: z.string(), at: z.string(), ids: z.array(z.string()) });

export const VerificationSchema = z.object({
  sound: z.boolean(),
  findings: z.array(FindingSchema),
  counts: z.object({ frames: CountSchema, blobs: CountSchema, blobBytes: CountSchema, objects: CountSchema, custody: CountSchema }),
});

/** A label to show for any object: what a list, a chip or the palette prints. */
export const LabelSchema = z.object({
  id: z.string(),
  kind: z.enum(['source', 'evidence', 'claim', 'link', 'note', 'entity', 'dossier']),
  label: z.string(),
  detail: z.string(),
});
export type Label = z.infer<typeof LabelSchema>;

export const caseCommands = {
  'case/edit': message(
    z
      .object({
        title: NameSchema.optional(),
        purpose: WritingSchema.optional(),
        handling: WritingSchema.optional(),
        analysts: z.array(NameSchema).min(1).max(20).optional(),
      })
      .strict(),
    NothingSchema,
  ),
  'history/undo': message(NothingSchema, z.object({ label: z.string() })),
  'history/redo': message(NothingSchema, z.object({ label: z.string() })),
  'jobs/cancel': message(z.object({ jobId: z.string() }).strict(), z.object({ cancelled: z.boolean() })),
};
export const caseQueries = {
  'case/overview': message(NothingSchema, OverviewSchema),
  'case/standing': message(NothingSchema, StandingSchema),
  'case/recent': message(NothingSchema, RecentSchema),
  'case/verify': message(z.object({ jobId: z.string(), depth: VerifyDepthSchema.optional() }).strict(), VerificationSchema),
  'history/list': message(NothingSchema, z.object({ undo: z.array(HistoryStepSchema), redo: z.array(HistoryStepSchema) })),
  'objects/labels': message(z.object({ ids: z.array(ObjectIdSchema).max(2_000) }).strict(), z.array(LabelSchema)),
  /** Every object's label, for the palette and for pickers; `match` filters by folded substring; at most `limit`. */
  'objects/find': message(
    z.object({ match: z.string().max(200), kinds: z.array(LabelSchema.shape.kind).optional(), limit: z.int().min(1).max(500) }).strict(),
    z.array(LabelSchema),
  ),
  'custody/list': message(
    z.object({ evidenceId: ObjectIdSchema.optional(), offset: z.int().min(0).optional(), limit: z.int().min(1).max(10_000).optional() }).strict(),
    z.object({
      total: CountSchema,
      entries: z.array(
        z.object({
          seq: z.int(),
          at: InstantSchema,
          actor: z.string(),
          action: z.string(),
          /** Null when it happened to the case as a whole. */
          evidenceId: z.string().nullable(),
          evidenceName: z.string(),
          reason: z.string().nullable(),
          sha256Before: z.string().nullable(),
          sha256After: z.string().nullable(),
          tool: z.string(),
          /** How the wall clock fails to fit the entry before; null when it fits. */
          clock: z.enum(['backwards', 'ahead', 'behind']).nullable(),
          digest: z.string(),
        }),
      ),
    }),
  ),
};
