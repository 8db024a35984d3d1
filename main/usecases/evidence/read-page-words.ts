import { findObject } from '#shared/domain/case/find-object.ts';
import { drawnSheet, SheetWordsSchema } from '#shared/domain/evidence/sheets.ts';
import { done, refused } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';

/** Where the words of a page stand, as the quarantine told when it drew the page. */
export const readPageWords: QueryUse<'evidence/page-words'> = async (desk, { id, page }) => {
  const item = findObject(desk.openCase.record(), 'evidence', id);
  if (!item.ok) return item;
  const sheet = item.value.sheets ? drawnSheet(item.value.sheets, page) : null;
  if (!sheet) return done({ words: null });
  const bytes = await desk.openCase.readBlob(sheet.blob, sheet.offset + sheet.bytes, sheet.wordsBytes);
  if (!bytes.ok) return bytes;
  const words = SheetWordsSchema.safeParse(parsed(bytes.value));
  return words.success ? done({ words: words.data }) : refused({ kind: 'case-damaged', part: 'sheets' });
};

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
