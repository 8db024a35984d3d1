import edtf from 'edtf';
import { z } from 'zod';
import type { Brand } from '#shared/kernel/brand.ts';

/** An uncertain date as it was stated: Extended Date/Time Format, ISO 8601-2:2019 level 1 (`2025-01-11`, `2024-12?`, `2025-01~`, `2024/2025`). */
export type EdtfDate = Brand<string, 'EdtfDate'>;

/** Years, months and the days that every month has, as most dates are stated: seen to be well-formed in a thousandth of the time that the grammar takes. */
const plainDate = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|1\d|2[0-8]))?)?[?~%]?$/;

/** Whether `text` parses as EDTF. Sets and lists are refused: a claim has one date, however uncertain. */
export function isEdtf(text: string): text is EdtfDate {
  if (plainDate.test(text)) return true;
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
