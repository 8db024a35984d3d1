import { z } from 'zod';
import { BlobIdSchema } from '#shared/kernel/ids.ts';
import { Sha256Schema } from '../fields.ts';

/** Pages beyond these are left in the original. */
export const mostSheets = 2_000;

/**
 * Pages of a paged document, in order. `of` gives each its size in points (1/72 inch), upright, and where its text begins in the text of
 * the item (UTF-16 code units). The pictures of pages were drawn in the quarantine, several in one sealed blob, and more are drawn when
 * somebody looks at them: `drawn` says which lie where, and the position of the words of each page beside its picture.
 */
export const SheetsSchema = z
  .object({
    of: z
      .array(z.object({ w: z.int().min(1), h: z.int().min(1), start: z.int().min(0) }).readonly())
      .min(1)
      .max(mostSheets)
      .readonly(),
    drawn: z
      .array(
        z
          .object({
            blob: BlobIdSchema,
            bytes: z.int().min(1),
            sha256: Sha256Schema,
            /** The first page in it, counted from 1; the others follow. Offsets and lengths are bytes of the blob. */
            first: z.int().min(1),
            sheets: z
              .array(
                z
                  .object({
                    mime: z.enum(['image/png', 'image/jpeg']),
                    offset: z.int().min(0),
                    bytes: z.int().min(1),
                    width: z.int().min(1),
                    height: z.int().min(1),
                    wordsBytes: z.int().min(2),
                  })
                  .readonly(),
              )
              .min(1)
              .readonly(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();
export type Sheets = z.infer<typeof SheetsSchema>;
export type DrawnSheet = Sheets['drawn'][number]['sheets'][number] & { readonly blob: Sheets['drawn'][number]['blob'] };

/** Words of a page: where each run of its text stands on the page, in points, with its place in the text of the page. */
export const SheetWordsSchema = z.array(
  z.tuple([z.int().min(0), z.int().min(0), z.number(), z.number(), z.number(), z.number(), z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)])]),
);
/** `[start, end, x, y, w, h, turns]`: offsets in the text of the page, then the box before its quarter turns clockwise around its top left corner. */
export type SheetWords = z.infer<typeof SheetWordsSchema>;

/** Where the picture of a page lies; `null` while nobody has looked at it. */
export function drawnSheet(sheets: Sheets, page: number): DrawnSheet | null {
  for (const { blob, first, sheets: drawn } of sheets.drawn) {
    const sheet = drawn[page - first];
    if (page >= first && sheet) return { ...sheet, blob };
  }
  return null;
}

/** The page on which a place of the text stands, counted from 1. */
export function pageAt(sheets: Sheets, start: number): number {
  return Math.max(1, sheets.of.findLastIndex((sheet) => sheet.start <= start) + 1);
}
