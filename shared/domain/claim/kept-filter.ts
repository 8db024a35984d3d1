import { z } from 'zod';
import { ObjectIdSchema } from '#shared/kernel/ids.ts';
import { keptFields } from '../case/kept-fields.ts';
import { NameSchema } from '../fields.ts';
import { CredibilitySchema } from '../rating/admiralty.ts';
import { FindingSchema, WorkStateSchema } from './claim.ts';

/** Which claims of the case: those that meet every condition. No condition is all of them. */
export const ClaimConditionsSchema = z
  .object({
    match: z.string().max(500),
    asserterId: ObjectIdSchema,
    finding: FindingSchema,
    workState: WorkStateSchema,
    credibility: CredibilitySchema,
    evidenceId: ObjectIdSchema,
    withoutEvidence: z.boolean(),
    inConflict: z.boolean(),
  })
  .partial()
  .strict();
export type ClaimConditions = z.infer<typeof ClaimConditionsSchema>;

/** What the lines of the ledger are gathered by. */
export const claimGroupings = ['none', 'asserter', 'finding', 'source', 'month'] as const;
export const ClaimGroupingSchema = z.enum(claimGroupings);
export type ClaimGrouping = z.infer<typeof ClaimGroupingSchema>;

/** A view of the ledger that the analyst keeps: which claims, and how they are gathered. */
export const KeptFilterSchema = z
  .object({
    ...keptFields,
    title: NameSchema,
    conditions: ClaimConditionsSchema.readonly(),
    grouping: ClaimGroupingSchema,
  })
  .readonly();
export type KeptFilter = z.infer<typeof KeptFilterSchema>;
