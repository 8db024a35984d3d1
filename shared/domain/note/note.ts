import { z } from 'zod';
import { ObjectIdSchema } from '#shared/kernel/ids.ts';
import { InstantSchema, NameSchema, WritingSchema } from '../fields.ts';

/** The analyst's own writing. `[[id]]` in the text refers to an object of the case. Earlier versions are kept, newest last. */
export const NoteSchema = z
  .object({
    id: ObjectIdSchema,
    title: NameSchema.nullable(),
    text: WritingSchema,
    aboutIds: z.array(ObjectIdSchema).max(200).readonly(),
    madeAt: InstantSchema,
    changedAt: InstantSchema,
    by: z.string(),
    earlier: z.array(z.object({ text: z.string(), at: InstantSchema }).readonly()).readonly(),
  })
  .readonly();
export type Note = z.infer<typeof NoteSchema>;
