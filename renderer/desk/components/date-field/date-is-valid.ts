import { isEdtf } from '#shared/domain/moment/edtf-date.ts';

/** Whether the text of a date field can be sent: empty, or EDTF. */
export function dateIsValid(text: string): boolean {
  return text.trim() === '' || isEdtf(text.trim());
}
