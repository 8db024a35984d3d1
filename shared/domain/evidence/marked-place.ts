import { z } from 'zod';
import { ObjectIdSchema } from '#shared/kernel/ids.ts';
import { InstantSchema, LanguageSchema, NameSchema } from '../fields.ts';
import { AnchorSchema } from './anchor.ts';

/** A place in an item that the analyst named or wrote out: a kept quote, a labelled region, the words on a card, what is said at a moment. */
export const MarkedPlaceSchema = z
  .object({
    id: ObjectIdSchema,
    anchor: AnchorSchema,
    label: NameSchema.nullable(),
    /** What stands or is said there, as the analyst reads or hears it. */
    transcription: z.string().max(20_000).nullable(),
    language: LanguageSchema.nullable(),
    by: z.string(),
    at: InstantSchema,
  })
  .readonly();
export type MarkedPlace = z.infer<typeof MarkedPlaceSchema>;
