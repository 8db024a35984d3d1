import { z } from 'zod';
import { keptFields } from '../case/kept-fields.ts';
import { NameSchema } from '../fields.ts';

/** What somebody typed into the search, with its conditions, letter for letter. UTF-16 units; the box takes no more. */
export const longestQuery = 500;
export const SavedQuerySchema = z.string().trim().min(1, 'must not be empty').max(longestQuery, 'at most 500 characters');

/** A search that the analyst asks again and again. */
export const SavedSearchSchema = z.object({ ...keptFields, title: NameSchema, query: SavedQuerySchema }).readonly();
export type SavedSearch = z.infer<typeof SavedSearchSchema>;
