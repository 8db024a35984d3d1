import { z } from 'zod';
import { keptFields } from '../case/kept-fields.ts';
import { NameSchema, SentenceSchema } from '../fields.ts';
import { wordsOf } from '../search/words-of.ts';

/** Words that are waited for: a word, a name or a phrase in any script; in quotes exactly so. */
export const WatchedWordsSchema = NameSchema.refine((term) => wordsOf(term).next().done !== true, 'at least one letter or digit');
export const WatchReasonSchema = SentenceSchema.nullable();

/** Words that an investigator waits for in new material, and why. */
export const WatchTermSchema = z.object({ ...keptFields, term: WatchedWordsSchema, reason: WatchReasonSchema }).readonly();
export type WatchTerm = z.infer<typeof WatchTermSchema>;
