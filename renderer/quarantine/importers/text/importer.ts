import type { Importer } from '../importer.ts';
import { draftText } from './draft.ts';
import { parseText } from './parse.ts';

/** Plain text in any encoding. */
export const textImporter: Importer = { name: 'text', examine: async (job) => draftText(parseText(job)) };
