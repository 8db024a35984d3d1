import { z } from 'zod';
import { NameSchema } from '../domain/fields.ts';
import { longestQuery, SavedQuerySchema, SavedSearchSchema } from '../domain/search/saved-search.ts';
import { ObjectIdSchema } from '../kernel/ids.ts';
import { LabelSchema } from './case.ts';
import { message } from './message.ts';

/** One object found. `snippet` is plain text around the first hit; `marks` are [start, end) pairs in it, in UTF-16 code units. */
export const SearchHitSchema = LabelSchema.extend({ score: z.number(), field: z.string(), snippet: z.string(), marks: z.array(z.tuple([z.int(), z.int()])) });
export type SearchHit = z.infer<typeof SearchHitSchema>;

/** Name under which the making of the search index is told as a job; nobody asked for it. */
export const searchIndexJob = 'search-index';

export const searchCommands = {
  /** Saves what was typed under a name, or the saved search of this id as it is now. Refused `search-name-taken` where another has the name. */
  'search/save': message(z.object({ id: ObjectIdSchema.optional(), title: NameSchema, query: SavedQuerySchema }).strict(), z.object({ id: ObjectIdSchema })),
  'search/rename': message(z.object({ id: ObjectIdSchema, title: NameSchema }).strict(), z.object({})),
  'search/remove': message(z.object({ id: ObjectIdSchema }).strict(), z.object({})),
};
export const searchQueries = {
  /** In the order they were saved first. */
  'search/saved': message(z.object({}).strict(), z.array(SavedSearchSchema)),
  /** How many objects each saved search finds now, by its id. */
  'search/saved-hits': message(z.object({}).strict(), z.array(z.object({ id: ObjectIdSchema, hits: z.int().min(0) }))),
  'search/find': message(z.object({ query: z.string().max(longestQuery), limit: z.int().min(1).max(1_000).optional() }).strict(), z.array(SearchHitSchema)),
};
