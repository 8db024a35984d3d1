import { z } from 'zod';
import { ObjectIdSchema } from '#shared/kernel/ids.ts';
import { AnchorSchema } from '../evidence/anchor.ts';
import { InstantSchema, NameSchema, WritingSchema } from '../fields.ts';

/**
 * The analyst's own writing, in Markdown. `[[id]]` in the text refers to an object of the case, `[[id#2]]` to the second of the note's anchors,
 * which is a place in that evidence. Earlier versions are kept, newest last.
 */
export const NoteSchema = z
  .object({
    id: ObjectIdSchema,
    title: NameSchema.nullable(),
    text: WritingSchema,
    aboutIds: z.array(ObjectIdSchema).max(200).readonly(),
    anchors: z.array(AnchorSchema).max(200).readonly().default([]),
    madeAt: InstantSchema,
    changedAt: InstantSchema,
    by: z.string(),
    earlier: z.array(z.object({ text: z.string(), at: InstantSchema }).readonly()).readonly(),
  })
  .readonly();
export type Note = z.infer<typeof NoteSchema>;
