import { z } from 'zod';
import { ClaimSchema, FindingSchema, MediaVerdictSchema, SpeechActSchema, WorkStateSchema } from '../domain/claim/claim.ts';
import { ClaimConditionsSchema, ClaimGroupingSchema, KeptFilterSchema } from '../domain/claim/kept-filter.ts';
import { ledgerColumns } from '../domain/claim/ledger-order.ts';
import { RegionSchema } from '../domain/evidence/anchor.ts';
import { NameSchema, SentenceSchema } from '../domain/fields.ts';
import { EdtfDateSchema } from '../domain/moment/edtf-date.ts';
import { CredibilitySchema } from '../domain/rating/admiralty.ts';
import { ObjectIdSchema } from '../kernel/ids.ts';
import { message } from './message.ts';
import { ListPartSchema, listed, listSort } from './ordered-list.ts';

/**
 * Where in the evidence a claim rests. A quote is found in the extracted text by the use-case (white space folded; refused
 * `quote-not-in-text` otherwise); `start` picks between equal quotes. `region` is in pixels of a picture or, with `page`, in points of that page;
 * `at` is in milliseconds of a recording. None of them means the whole item.
 */
export const AnchorInputSchema = z
  .object({
    evidenceId: ObjectIdSchema,
    quote: z.string().min(1).max(20_000).optional(),
    start: z.int().min(0).optional(),
    region: RegionSchema.optional(),
    page: z.int().min(1).max(100_000).optional(),
    at: z
      .object({ from: z.int().min(0), to: z.int().min(1).nullable() })
      .strict()
      .optional(),
  })
  .strict();
export type AnchorInput = z.infer<typeof AnchorInputSchema>;

/** Names an entity: an existing one by id, or any name, which finds the entity that bears it (case and width folded) or adds one. */
export const ActorInputSchema = z.union([z.object({ id: ObjectIdSchema }).strict(), z.object({ name: NameSchema }).strict()]);

/** Claim as lists show it: names resolved, origins counted over the relay chains. */
export const ClaimRowSchema = ClaimSchema.unwrap().extend({
  asserter: z.string(),
  via: z.array(z.string()),
  /** Evidence items it rests on, by anchor or by a supporting link. */
  evidenceIds: z.array(z.string()),
  /** Origins that are independent of each other among its supporting evidence and claims. */
  independentOrigins: z.int().min(0),
  contradictedBy: z.array(z.string()),
  supportedBy: z.array(z.string()),
  /** Evidence it rests on bears a mark of people at risk. */
  atRisk: z.boolean(),
  /** Title of the source of the first evidence item it rests on. */
  source: z.string().nullable(),
});
export type ClaimRow = z.infer<typeof ClaimRowSchema>;

/** Claims that one edit changes at most. */
const mostAtOnce = 10_000;

const content = {
  text: SentenceSchema,
  asserter: ActorInputSchema,
  act: SpeechActSchema,
  via: z.array(ActorInputSchema).max(20),
  saidAt: EdtfDateSchema.nullable(),
  eventAt: EdtfDateSchema.nullable(),
  anchors: z.array(AnchorInputSchema).max(100),
};

export const claimCommands = {
  'claims/assert': message(z.object(content).partial().required({ text: true, asserter: true }).strict(), z.object({ id: ObjectIdSchema })),
  'claims/edit': message(z.object(content).partial().extend({ id: ObjectIdSchema }).strict(), z.object({})),
  'claims/rate': message(
    z
      .object({
        id: ObjectIdSchema,
        credibility: CredibilitySchema.nullable().optional(),
        finding: FindingSchema.optional(),
        workState: WorkStateSchema.optional(),
        verdict: MediaVerdictSchema.nullable().optional(),
      })
      .strict(),
    /** Codes of advice, such as `corroborated-by-one-origin`; the rating is kept all the same. */
    z.object({ advice: z.array(z.enum(['corroborated-by-one-origin', 'credibility-1-by-one-origin'])) }),
  ),
  'claims/remove': message(z.object({ id: ObjectIdSchema }).strict(), z.object({})),
  /** The same change to several claims, as one step of undo; all of them or none. */
  'claims/edit-many': message(
    z
      .object({
        ids: z.array(ObjectIdSchema).min(1).max(mostAtOnce),
        asserter: ActorInputSchema,
        act: SpeechActSchema,
        saidAt: EdtfDateSchema.nullable(),
        eventAt: EdtfDateSchema.nullable(),
        credibility: CredibilitySchema.nullable(),
        finding: FindingSchema,
        workState: WorkStateSchema,
        verdict: MediaVerdictSchema.nullable(),
      })
      .partial()
      .required({ ids: true })
      .strict(),
    z.object({}),
  ),
  /** Divides a claim: the first of `texts` takes its place, each other becomes a claim of its own. Answers the ids in that order. */
  'claims/split': message(z.object({ id: ObjectIdSchema, texts: z.array(SentenceSchema).min(2).max(20) }).strict(), z.object({ ids: z.array(ObjectIdSchema) })),
  /** Keeps a filter of the ledger under a name, or the one of this id as it is now. */
  'claims/keep-filter': message(
    z.object({ id: ObjectIdSchema.optional(), title: NameSchema, conditions: ClaimConditionsSchema, grouping: ClaimGroupingSchema.default('none') }).strict(),
    z.object({ id: ObjectIdSchema }),
  ),
  'claims/remove-filter': message(z.object({ id: ObjectIdSchema }).strict(), z.object({})),
};
export type ClaimFilter = z.input<typeof ClaimConditionsSchema>;
/** The ledger as it is seen: the part asked for; unless one was, where each group begins too (key as in `ledgerGroupKey`). */
const LedgerSchema = listed(ClaimRowSchema).extend({
  groups: z.array(z.object({ at: z.int().min(0), key: z.union([z.string(), z.number()]).nullable(), count: z.int().min(1) })),
  /** What they are gathered by. */
  grouping: ClaimGroupingSchema,
});
export const claimQueries = {
  /** `byRole`: sorted, gathered and found by the role of whom goes by one, so that no place tells the name behind it. */
  'claims/ledger': message(
    ClaimConditionsSchema.extend({
      sort: listSort(ledgerColumns),
      grouping: ClaimGroupingSchema.optional(),
      byRole: z.boolean().optional(),
      part: ListPartSchema.optional(),
    }),
    LedgerSchema,
  ),
  /** Rows in the order asked for; ids the case does not hold are left out. */
  'claims/rows': message(z.object({ ids: z.array(ObjectIdSchema).max(500) }).strict(), z.array(ClaimRowSchema)),
  'claims/list': message(ClaimConditionsSchema, z.array(ClaimRowSchema)),
  'claims/filters': message(z.object({}).strict(), z.array(KeptFilterSchema)),
  'claims/show': message(z.object({ id: ObjectIdSchema }).strict(), ClaimRowSchema),
};
