import type { EdtfDate } from '#shared/domain/moment/edtf-date.ts';
import { knownBounds } from '#shared/domain/moment/known-bounds.ts';

/** The middle of a date in EDTF, or the side of it that is known; null when neither is. */
export function middleOf(date: string): number | null {
  const { earliest, latest } = knownBounds(date as EdtfDate);
  return earliest !== null && latest !== null ? (earliest + latest) / 2 : (earliest ?? latest);
}
