import { type EdtfDate, isEdtf } from '#shared/domain/moment/edtf-date.ts';
import { typedDate } from './typed-date.ts';

/** What the text of a date field says, in EDTF; null for nothing, and for what is no date. */
export function dateOf(text: string): EdtfDate | null {
  const written = text.trim();
  const edtf = isEdtf(written) ? written : typedDate(written);
  return edtf !== null && isEdtf(edtf) ? edtf : null;
}

/** Whether the text of a date field can be sent: empty, or a date. */
export function dateIsValid(text: string): boolean {
  return text.trim() === '' || dateOf(text) !== null;
}
