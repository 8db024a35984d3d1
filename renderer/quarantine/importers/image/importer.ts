import type { Importer } from '../importer.ts';
import { draftImage } from './draft.ts';
import { parseImage } from './parse.ts';

/** PNG, JPEG, GIF, WebP and AVIF. SVG is a document, not a picture: it never comes here. */
export const imageImporter: Importer = { name: 'image', examine: async (job) => draftImage(await parseImage(job)) };
