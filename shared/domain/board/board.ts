import { z } from 'zod';
import { ObjectIdSchema } from '#shared/kernel/ids.ts';
import { keptFields } from '../case/kept-fields.ts';
import { FindingSchema } from '../claim/claim.ts';
import { NameSchema } from '../fields.ts';
import { boardKinds, RelationSchema } from '../graph/relation.ts';
import { EdtfDateSchema } from '../moment/edtf-date.ts';
import { CredibilitySchema } from '../rating/admiralty.ts';

/** Objects a board can hold at once. */
export const mostOnBoard = 5_000;

/** What is left out of sight. Empty lists and nulls hide nothing. */
export const BoardFilterSchema = z
  .object({
    hiddenKinds: z.array(z.enum(boardKinds)).readonly(),
    hiddenRelations: z.array(RelationSchema).readonly(),
    /** Only links and claims of this grade, and only claims of this finding. */
    grade: CredibilitySchema.nullable(),
    finding: FindingSchema.nullable(),
    /** Only what can have been said or have happened between these. */
    from: EdtfDateSchema.nullable(),
    to: EdtfDateSchema.nullable(),
  })
  .readonly();
export type BoardFilter = z.infer<typeof BoardFilterSchema>;
export const noFilter: BoardFilter = { hiddenKinds: [], hiddenRelations: [], grade: null, finding: null, from: null, to: null };

/** Where an object stands on a board, in units of its own; pinned ones stay there when the rest is laid out anew. */
export const BoardPlaceSchema = z.object({ id: ObjectIdSchema, x: z.number(), y: z.number(), pinned: z.boolean() }).readonly();
export type BoardPlace = z.infer<typeof BoardPlaceSchema>;

/** A picture of relations that the analyst keeps: which objects, where they stand, what is hidden. `ids` null is the whole case. */
export const BoardSchema = z
  .object({
    ...keptFields,
    title: NameSchema,
    ids: z.array(ObjectIdSchema).max(mostOnBoard).readonly().nullable(),
    places: z.array(BoardPlaceSchema).max(mostOnBoard).readonly(),
    filter: BoardFilterSchema,
  })
  .readonly();
export type Board = z.infer<typeof BoardSchema>;
