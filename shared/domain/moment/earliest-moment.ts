import edtf from 'edtf';
import type { EdtfDate } from './edtf-date.ts';

/** Earliest moment an uncertain date can mean, in milliseconds since 1970 in UTC: the key that lists sort by. */
export function earliestMoment(date: EdtfDate): number {
  return edtf(date).min;
}
