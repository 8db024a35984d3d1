import { z } from 'zod';
import { ObjectIdSchema } from '#shared/kernel/ids.ts';
import { InstantSchema, NameSchema, SentenceSchema } from '../fields.ts';
import { ConfidenceSchema, LikelihoodSchema } from '../rating/estimate.ts';

export const dossierProfiles = ['public', 'team', 'court', 'disclosure'] as const;
export const DossierProfileSchema = z.enum(dossierProfiles);
export type DossierProfile = z.infer<typeof DossierProfileSchema>;

/** What kind of report it is: decides which parts come, in which order, under which headings. */
export const dossierTemplates = ['incident', 'profile', 'verification', 'chronology'] as const;
export const DossierTemplateSchema = z.enum(dossierTemplates);
export type DossierTemplate = z.infer<typeof DossierTemplateSchema>;

/** Name of a format of export: the folder it lives in. Which there are is known where files are written, not here. */
export const FormatIdSchema = z.string().regex(/^[a-z][a-z0-9-]{0,30}$/, 'the name of a format');

const cites = z.array(ObjectIdSchema).max(100).readonly();

/** One sentence of the dossier, with the exhibits and claims it rests on. An empty `citeIds` stops the export. */
export const StatementSchema = z.object({ id: ObjectIdSchema, text: SentenceSchema, citeIds: cites }).readonly();
export type Statement = z.infer<typeof StatementSchema>;

/** A part of the report in the analyst's words. */
export const SectionSchema = z.object({ id: ObjectIdSchema, heading: NameSchema, statements: z.array(StatementSchema).max(500).readonly() }).readonly();

/** What the analysts hold to be so. Its likelihood is a band; its confidence says how good the basis is, and `basis` why (ICD 203). */
export const JudgmentSchema = z
  .object({ id: ObjectIdSchema, text: SentenceSchema, likelihood: LikelihoodSchema, confidence: ConfidenceSchema, basis: SentenceSchema, citeIds: cites })
  .readonly();
export type Judgment = z.infer<typeof JudgmentSchema>;

export const accents = ['blue', 'green', 'burgundy', 'violet', 'slate'] as const;
/** The house style. Colours and fonts are chosen from lists, so that no choice can break contrast or lose letters. */
export const HouseStyleSchema = z
  .object({ accent: z.enum(accents), font: z.enum(['serif', 'sans']), publisher: NameSchema.nullable(), logoId: ObjectIdSchema.nullable() })
  .readonly();
export type HouseStyle = z.infer<typeof HouseStyleSchema>;
export const plainStyle: HouseStyle = { accent: 'blue', font: 'serif', publisher: null, logoId: null };

/** An exhibit that leaves although the profile would hold it back: why, and who answers for it. */
export const OverrideSchema = z.object({ evidenceId: ObjectIdSchema, reason: SentenceSchema, by: NameSchema, at: InstantSchema }).readonly();
/** A second name has read the dossier as it was: `digest` is that of what the plan said then. */
export const SignOffSchema = z.object({ by: NameSchema, at: InstantSchema, digest: z.string().regex(/^[0-9a-f]{64}$/) }).readonly();

/** A plan of what is exported and for whom. `claimIds` null means every claim of the case; `formats` null the usual ones. */
export const DossierPlanSchema = z
  .object({
    id: ObjectIdSchema,
    title: NameSchema,
    profile: DossierProfileSchema,
    statements: z.array(StatementSchema).max(500).readonly(),
    claimIds: z.array(ObjectIdSchema).readonly().nullable(),
    // What follows came later: a plan that was written before has none of it.
    template: DossierTemplateSchema.default('incident'),
    /** What a profile holds back and has no redacted copy: it stops the export, or is left out and listed. Before there was a choice it was left out. */
    marked: z.enum(['stop', 'left-out']).default('left-out'),
    judgments: z.array(JudgmentSchema).max(100).readonly().default([]),
    sections: z.array(SectionSchema).max(100).readonly().default([]),
    alternatives: z.array(StatementSchema).max(100).readonly().default([]),
    questions: z
      .array(z.object({ id: ObjectIdSchema, text: SentenceSchema }).readonly())
      .max(100)
      .readonly()
      .default([]),
    style: HouseStyleSchema.default(plainStyle),
    formats: z.array(FormatIdSchema).max(100).readonly().nullable().default(null),
    overrides: z.array(OverrideSchema).max(1_000).readonly().default([]),
    signOff: SignOffSchema.nullable().default(null),
    madeAt: InstantSchema,
    changedAt: InstantSchema,
  })
  .readonly();
export type DossierPlan = z.infer<typeof DossierPlanSchema>;
