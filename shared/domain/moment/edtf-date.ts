import edtf from 'edtf';
import { z } from 'zod';
import type { Brand } from '#shared/kernel/brand.ts';

/** An uncertain date as it was stated: Extended Date/Time Format, ISO 8601-2:2019 level 1 (`2025-01-11`, `2024-12?`, `2025-01~`, `2024/2025`). */
export type EdtfDate = Brand<string, 'EdtfDate'>;

/** Whether `text` parses as EDTF. Sets and lists are refused: a claim has one date, however uncertain. */
export function isEdtf(text: string): text is EdtfDate {
  if (text.length > 64 || /[[\]{}]/.test(text)) return false;
  try {
    edtf(text);
    return true;
  } catch {
    return false;
  }
}

export const EdtfDateSchema = z
  .string()
  .trim()
  .refine(isEdtf, 'a date in EDTF, such as 2025-01-11, 2025-01, 2024-12~ or 2024-12/2025-01')
  .transform((text) => text as EdtfDate);
