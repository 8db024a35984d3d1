import { htmlImporter } from './html/importer.ts';
import { imageImporter } from './image/importer.ts';
import type { Importer } from './importer.ts';
import { mailImporter } from './mail/importer.ts';
import { mhtmlImporter } from './mhtml/importer.ts';
import { pdfImporter } from './pdf/importer.ts';
import { recordingImporter } from './recording/importer.ts';
import { textImporter } from './text/importer.ts';

/** Every importer, one line each; a test compares this list with the folders beside it. */
export const importers: readonly Importer[] = [htmlImporter, imageImporter, mailImporter, mhtmlImporter, pdfImporter, recordingImporter, textImporter];
