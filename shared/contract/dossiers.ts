import { z } from 'zod';
import { DossierPlanSchema, DossierProfileSchema, StatementSchema } from '../domain/case/dossier-plan.ts';
import { NameSchema, SentenceSchema } from '../domain/fields.ts';
import { ObjectIdSchema } from '../kernel/ids.ts';
import { message } from './message.ts';

export const dossierFormats = ['html', 'pdf'] as const;
export const DossierFormatSchema = z.enum(dossierFormats);
export type DossierFormat = z.infer<typeof DossierFormatSchema>;

const plan = {
  title: NameSchema,
  profile: DossierProfileSchema,
  statements: z.array(z.object({ id: ObjectIdSchema.optional(), text: SentenceSchema, citeIds: z.array(ObjectIdSchema).max(100) }).strict()).max(500),
  claimIds: z.array(ObjectIdSchema).nullable(),
};

/** What an export under a profile would hold and hold back, before anything is written. */
export const DossierPreviewSchema = z.object({
  exhibits: z.array(z.object({ label: z.string(), id: z.string(), name: z.string() })),
  claims: z.array(z.object({ label: z.string(), id: z.string(), text: z.string() })),
  statements: z.array(StatementSchema),
  withheld: z.array(z.object({ label: z.string(), id: z.string(), reasons: z.array(z.string()) })),
  /** Labels of claims and statements that cite nothing; not empty means the export will be refused. */
  uncited: z.array(z.object({ label: z.string(), id: z.string(), text: z.string() })),
});
export type DossierPreview = z.infer<typeof DossierPreviewSchema>;

export const dossierCommands = {
  'dossiers/save-plan': message(
    z.object(plan).partial().required({ title: true }).extend({ id: ObjectIdSchema.optional() }).strict(),
    z.object({ id: ObjectIdSchema }),
  ),
  'dossiers/remove-plan': message(z.object({ id: ObjectIdSchema }).strict(), z.object({})),
  /** Exports by a saved plan, or by an ad-hoc one: every claim, no statements. `to` is a folder that must not exist or be empty. */
  'dossiers/export': message(
    z
      .object({
        jobId: z.string().min(1).max(64),
        planId: ObjectIdSchema.optional(),
        title: NameSchema.optional(),
        profile: DossierProfileSchema.optional(),
        formats: z.array(DossierFormatSchema).min(1),
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
export const dossierQueries = {
  'dossiers/list': message(z.object({}).strict(), z.array(DossierPlanSchema)),
  'dossiers/preview': message(z.object({ planId: ObjectIdSchema.optional(), profile: DossierProfileSchema.optional() }).strict(), DossierPreviewSchema),
};
