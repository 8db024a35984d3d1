import type { Importer } from '../importer.ts';
import { draftHtml } from './draft.ts';
import { parseHtml } from './parse.ts';

/** Saved pages: single file, with a folder of companions, or by SingleFile. */
export const htmlImporter: Importer = { name: 'html', examine: async (job) => draftHtml(parseHtml(job)) };
