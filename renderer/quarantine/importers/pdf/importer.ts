import type { Importer } from '../importer.ts';

/** PDF: text and pictures of its pages. The reader is large, so it comes only with the first file that wants it. */
export const pdfImporter: Importer = {
  name: 'pdf',
  examine: async (job) => {
    const { draftPdf } = await import('./draft.ts');
    return draftPdf(job);
  },
};
