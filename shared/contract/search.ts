import { z } from 'zod';
import { LabelSchema } from './case.ts';
import { message } from './message.ts';

/** One object found. `snippet` is plain text around the first hit; `marks` are [start, end) pairs in it, in UTF-16 code units. */
export const SearchHitSchema = LabelSchema.extend({ score: z.number(), field: z.string(), snippet: z.string(), marks: z.array(z.tuple([z.int(), z.int()])) });
export type SearchHit = z.infer<typeof SearchHitSchema>;

/** Name under which the making of the search index is told as a job; nobody asked for it. */
export const searchIndexJob = 'search-index';

export const searchQueries = {
  'search/find': message(z.object({ query: z.string().max(500), limit: z.int().min(1).max(1_000).optional() }).strict(), z.array(SearchHitSchema)),
};
