import { z } from 'zod';
import { NameSchema, WritingSchema } from '../domain/fields.ts';
import { NoteSchema } from '../domain/note/note.ts';
import { ObjectIdSchema } from '../kernel/ids.ts';
import { LabelSchema } from './case.ts';
import { AnchorInputSchema } from './claims.ts';
import { message } from './message.ts';

export const NoteRowSchema = NoteSchema.unwrap()
  .omit({ earlier: true })
  .extend({ versions: z.int(), about: z.array(LabelSchema) });
export type NoteRow = z.infer<typeof NoteRowSchema>;

export const noteCommands = {
  'notes/write': message(
    z
      .object({
        title: NameSchema.nullable().optional(),
        text: WritingSchema,
        aboutIds: z.array(ObjectIdSchema).max(200).optional(),
        anchors: z.array(AnchorInputSchema).max(200).optional(),
      })
      .strict(),
    z.object({ id: ObjectIdSchema }),
  ),
  'notes/revise': message(
    z
      .object({
        id: ObjectIdSchema,
        title: NameSchema.nullable().optional(),
        text: WritingSchema.optional(),
        aboutIds: z.array(ObjectIdSchema).max(200).optional(),
        anchors: z.array(AnchorInputSchema).max(200).optional(),
      })
      .strict(),
    z.object({}),
  ),
  'notes/remove': message(z.object({ id: ObjectIdSchema }).strict(), z.object({})),
};
export const noteQueries = {
  /** Tasks of all notes (`- [ ] …`) with words of their own, those open newest note first. */
  'notes/tasks': message(
    z.object({ limit: z.int().min(1).max(500).optional() }).strict(),
    z.object({ open: z.array(z.object({ noteId: z.string(), title: z.string(), text: z.string() })), openCount: z.int().min(0), doneCount: z.int().min(0) }),
  ),
  'notes/list': message(z.object({ aboutId: ObjectIdSchema.optional() }).strict(), z.array(NoteRowSchema)),
  'notes/show': message(z.object({ id: ObjectIdSchema }).strict(), NoteRowSchema.extend({ earlier: z.array(z.object({ text: z.string(), at: z.string() })) })),
};
