import { z } from 'zod';
import { noteColumns } from '../domain/case/list-columns.ts';
import { NameSchema, WritingSchema } from '../domain/fields.ts';
import { NoteSchema } from '../domain/note/note.ts';
import { ObjectIdSchema } from '../kernel/ids.ts';
import { LabelSchema } from './case.ts';
import { AnchorInputSchema } from './claims.ts';
import { message } from './message.ts';
import { orderMessage, rowsMessage } from './ordered-list.ts';

export const NoteRowSchema = NoteSchema.unwrap()
  .omit({ earlier: true })
  .extend({ versions: z.int(), about: z.array(LabelSchema) });
export type NoteRow = z.infer<typeof NoteRowSchema>;

/** A note as the list of notes shows it: `begins` is its title, or else its first words. */
export const NoteLineSchema = z.object({
  id: z.string(),
  title: z.string().nullable(),
  begins: z.string(),
  about: z.array(LabelSchema),
  changedAt: z.string(),
});
export type NoteLine = z.infer<typeof NoteLineSchema>;

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
  /** Notes, the one changed last first. */
  'notes/order': orderMessage(noteColumns, NoteLineSchema),
  'notes/rows': rowsMessage(NoteLineSchema),
  'notes/show': message(z.object({ id: ObjectIdSchema }).strict(), NoteRowSchema.extend({ earlier: z.array(z.object({ text: z.string(), at: z.string() })) })),
};
