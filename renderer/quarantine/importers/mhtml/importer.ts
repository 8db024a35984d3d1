import { draftHtml } from '../html/draft.ts';
import type { Importer } from '../importer.ts';
import { parseMhtml } from './parse.ts';

/** A web page saved as a single file by Chromium, Edge, Internet Explorer or Word, and what Hunchly keeps (RFC 2557). */
export const mhtmlImporter: Importer = {
  name: 'mhtml',
  examine: async (job) => {
    const parsed = parseMhtml(job);
    return parsed === null ? { text: null, pageHtml: null, picture: null, found: [], warnings: ['document-unreadable'] } : draftHtml(parsed);
  },
};
