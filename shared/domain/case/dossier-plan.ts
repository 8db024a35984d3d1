import { z } from 'zod';
import { ObjectIdSchema } from '#shared/kernel/ids.ts';
import { InstantSchema, NameSchema, SentenceSchema } from '../fields.ts';

export const dossierProfiles = ['public', 'team', 'court'] as const;
export const DossierProfileSchema = z.enum(dossierProfiles);
export type DossierProfile = z.infer<typeof DossierProfileSchema>;

/** One sentence of the summary, with the exhibits and claims it rests on. An empty `citeIds` stops the export. */
export const StatementSchema = z.object({ id: ObjectIdSchema, text: SentenceSchema, citeIds: z.array(ObjectIdSchema).max(100).readonly() }).readonly();
export type Statement = z.infer<typeof StatementSchema>;

/** A plan of what is exported and for whom. `claimIds` null means every claim of the case. */
export const DossierPlanSchema = z
  .object({
    id: ObjectIdSchema,
    title: NameSchema,
    profile: DossierProfileSchema,
    statements: z.array(StatementSchema).max(500).readonly(),
    claimIds: z.array(ObjectIdSchema).readonly().nullable(),
    madeAt: InstantSchema,
    changedAt: InstantSchema,
  })
  .readonly();
export type DossierPlan = z.infer<typeof DossierPlanSchema>;
