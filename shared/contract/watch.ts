import { z } from 'zod';
import { WatchedWordsSchema, WatchReasonSchema, WatchTermSchema } from '../domain/watch/watch-term.ts';
import { ObjectIdSchema } from '../kernel/ids.ts';
import { message } from './message.ts';

/** A place of a text, [start, end) in UTF-16 code units. */
const span = { start: z.int().min(0), end: z.int().min(0) };

/** A watch term that stands in a text: how often, and where first. */
export const WatchedHereSchema = z.object({ id: ObjectIdSchema, term: z.string(), times: z.int().min(1), first: z.object(span) });
export type WatchedHere = z.infer<typeof WatchedHereSchema>;

export const watchCommands = {
  /** From now on new material is looked through for these words. Refused `watched-already`. */
  'watch/add': message(z.object({ term: WatchedWordsSchema, reason: WatchReasonSchema.default(null) }).strict(), z.object({ id: ObjectIdSchema })),
  'watch/edit': message(z.object({ id: ObjectIdSchema, term: WatchedWordsSchema.optional(), reason: WatchReasonSchema.optional() }).strict(), z.object({})),
  'watch/remove': message(z.object({ id: ObjectIdSchema }).strict(), z.object({})),
};

/** An exhibit whose text holds a watch term; `snippet` and `marks` as in a search. */
export const WatchedExhibitSchema = z.object({
  evidenceId: ObjectIdSchema,
  name: z.string(),
  times: z.int().min(1),
  first: z.object(span),
  snippet: z.string(),
  marks: z.array(z.tuple([z.int(), z.int()])),
});
export type WatchedExhibit = z.infer<typeof WatchedExhibitSchema>;

export const watchQueries = {
  /** In the order they were added. */
  'watch/list': message(z.object({}).strict(), z.array(WatchTermSchema)),
  /** Of each term: exhibits and places it stands at now. `more`: only the exhibits that fit it best were looked at. */
  'watch/counts': message(z.object({}).strict(), z.array(z.object({ id: ObjectIdSchema, exhibits: z.int().min(0), times: z.int().min(0), more: z.boolean() }))),
  /** The exhibits that one term stands in now, those with the most places first. */
  'watch/places': message(z.object({ id: ObjectIdSchema }).strict(), z.object({ exhibits: z.array(WatchedExhibitSchema), more: z.boolean() })),
  /** Every term that stands in the text of one exhibit, and its places in text order, at most 5,000 of them. */
  'watch/in-text': message(
    z.object({ id: ObjectIdSchema }).strict(),
    z.object({
      terms: z.array(z.object({ id: ObjectIdSchema, term: z.string(), reason: z.string().nullable(), times: z.int().min(1) })),
      spans: z.array(z.object({ id: ObjectIdSchema, ...span })),
    }),
  ),
};
