import { z } from 'zod';
import {
  DossierPlanSchema,
  DossierProfileSchema,
  DossierTemplateSchema,
  FormatIdSchema,
  HouseStyleSchema,
  StatementSchema,
} from '../domain/case/dossier-plan.ts';
import { AtRiskMarkSchema } from '../domain/evidence/at-risk.ts';
import { NameSchema, SentenceSchema } from '../domain/fields.ts';
import { ConfidenceSchema, LikelihoodSchema } from '../domain/rating/estimate.ts';
import { proseRules } from '../domain/rating/lint-prose.ts';
import { ObjectIdSchema } from '../kernel/ids.ts';
import { message } from './message.ts';

/** A format of export as it offers itself: `usual` when it is chosen unless somebody says otherwise. */
export const DossierFormatChoiceSchema = z.object({ id: FormatIdSchema, title: z.string(), about: z.string(), usual: z.boolean() });
export type DossierFormatChoice = z.infer<typeof DossierFormatChoiceSchema>;

const citeIds = z.array(ObjectIdSchema).max(100);
const cited = z.object({ id: ObjectIdSchema.optional(), text: SentenceSchema, citeIds }).strict();
const plan = {
  title: NameSchema,
  profile: DossierProfileSchema,
  template: DossierTemplateSchema,
  marked: z.enum(['stop', 'left-out']),
  statements: z.array(cited).max(500),
  judgments: z.array(cited.extend({ likelihood: LikelihoodSchema, confidence: ConfidenceSchema, basis: SentenceSchema })).max(100),
  sections: z.array(z.object({ id: ObjectIdSchema.optional(), heading: NameSchema, statements: z.array(cited).max(500) }).strict()).max(100),
  alternatives: z.array(cited).max(100),
  questions: z.array(z.object({ id: ObjectIdSchema.optional(), text: SentenceSchema }).strict()).max(100),
  claimIds: z.array(ObjectIdSchema).nullable(),
  style: HouseStyleSchema,
  formats: z.array(FormatIdSchema).min(1).max(100).nullable(),
};

/** What an export under a profile would hold and hold back, before anything is written. */
export const DossierPreviewSchema = z.object({
  exhibits: z.array(z.object({ label: z.string(), id: z.string(), name: z.string() })),
  claims: z.array(z.object({ label: z.string(), id: z.string(), text: z.string() })),
  statements: z.array(StatementSchema),
  withheld: z.array(z.object({ label: z.string(), id: z.string(), reasons: z.array(z.string()), shownAs: z.array(z.string()) })),
  /** Marked exhibits with what is decided about each; one that is `open` stops the export. */
  marked: z.array(
    z.object({
      label: z.string(),
      id: z.string(),
      name: z.string(),
      marks: z.array(AtRiskMarkSchema),
      decision: z.enum(['redacted', 'left-out', 'let-out', 'shown', 'open']),
    }),
  ),
  /** Pictures and recordings that nobody marked and that would leave as they are; stops nothing. */
  unmarked: z.array(z.object({ label: z.string(), id: z.string(), name: z.string() })),
  /** What a reader of analytic prose would stumble over; stops nothing. `words` are those it is about. */
  advice: z.array(z.object({ label: z.string(), rule: z.enum(proseRules), words: z.string() })),
  /** `lapsed`: the dossier says something else now than what was signed off. */
  review: z.object({ by: z.string(), at: z.string(), lapsed: z.boolean() }).nullable(),
  notes: z.int(),
  custody: z.int(),
  /** Every file that the formats of the plan would write, by name; those of the custody log as one, since their number shows only then. */
  files: z.array(z.string()),
  /** Labels of claims and statements that cite nothing; not empty means the export will be refused. */
  uncited: z.array(z.object({ label: z.string(), id: z.string(), text: z.string() })),
});
export type DossierPreview = z.infer<typeof DossierPreviewSchema>;

export const dossierCommands = {
  'dossiers/save-plan': message(
    z.object(plan).partial().required({ title: true }).extend({ id: ObjectIdSchema.optional() }).strict(),
    z.object({ id: ObjectIdSchema }),
  ),
  /** Lets an exhibit leave in spite of its marks, with a reason that goes into the custody log; `reason` null takes it back. */
  'dossiers/override': message(z.object({ id: ObjectIdSchema, evidenceId: ObjectIdSchema, reason: SentenceSchema.nullable() }).strict(), z.object({})),
  /** A second analyst of the case has read what the plan gives now. Refused `own-work`, `not-an-analyst`. */
  'dossiers/sign-off': message(z.object({ id: ObjectIdSchema, by: NameSchema }).strict(), z.object({ digest: z.string() })),
  'dossiers/remove-plan': message(z.object({ id: ObjectIdSchema }).strict(), z.object({})),
  /** Exports by a saved plan, or by an ad-hoc one: every claim, no statements. `to` is a folder that must not exist or be empty. */
  'dossiers/export': message(
    z
      .object({
        jobId: z.string().min(1).max(64),
        planId: ObjectIdSchema.optional(),
        title: NameSchema.optional(),
        profile: DossierProfileSchema.optional(),
        /** Else what the plan says; an ad-hoc export stops. */
        marked: z.enum(['stop', 'left-out']).optional(),
        /** Else those of the plan, else the usual ones. An unknown one is refused. */
        formats: z.array(FormatIdSchema).min(1).max(100).optional(),
        to: z.discriminatedUnion('from', [
          z.object({ from: z.literal('path'), path: z.string().min(1) }),
          z.object({ from: z.literal('ticket'), ticket: z.string().min(1) }),
        ]),
      })
      .strict(),
    z.object({
      folder: z.string(),
      files: z.array(z.object({ path: z.string(), bytes: z.int(), sha256: z.string() })),
      withheld: z.int(),
      exhibits: z.int(),
      claims: z.int(),
    }),
  ),
};
const placeTo = z.discriminatedUnion('from', [
  z.object({ from: z.literal('path'), path: z.string().min(1) }),
  z.object({ from: z.literal('ticket'), ticket: z.string().min(1) }),
]);

export const handOverCommands = {
  /**
   * Encrypts an exported dossier, or the tar of a backup, to an age file in a folder that must not exist or be empty, split into parts of at most
   * `partBytes`, and reads it back. For recipients (`age1…`), or for a passphrase of random words that is made here and answered once. A job.
   * Refused `invalid-input` at `from` (no dossier, or one that is not as it was signed) and at `recipients`, `folder-not-empty`, `write-failed`, `cancelled`.
   */
  'dossiers/hand-over': message(
    z
      .object({
        jobId: z.string().min(1).max(64),
        from: z.discriminatedUnion('from', [...placeTo.options, z.object({ from: z.literal('last-export') })]),
        to: placeTo,
        recipients: z.array(z.string().trim().min(1).max(5_000)).max(100),
        newPassphrase: z.boolean(),
        partBytes: z.int().min(1_000_000).nullable(),
      })
      .strict()
      .refine(({ recipients, newPassphrase }) => newPassphrase === (recipients.length === 0), { path: ['recipients'] }),
    z.object({ folder: z.string(), files: z.array(z.object({ path: z.string(), bytes: z.int(), sha256: z.string() })), passphrase: z.string().nullable() }),
  ),
};
export const dossierQueries = {
  'dossiers/formats': message(z.object({}).strict(), z.array(DossierFormatChoiceSchema)),
  'dossiers/list': message(z.object({}).strict(), z.array(DossierPlanSchema)),
  'dossiers/preview': message(z.object({ planId: ObjectIdSchema.optional(), profile: DossierProfileSchema.optional() }).strict(), DossierPreviewSchema),
};
