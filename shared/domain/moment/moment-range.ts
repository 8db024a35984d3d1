import edtf from 'edtf';
import type { EdtfDate } from './edtf-date.ts';

/** The earliest and the latest moment an uncertain date can mean, in milliseconds since 1970 in UTC. An end that is open is infinite. */
export function momentRange(date: EdtfDate): readonly [number, number] {
  const { min, max } = edtf(date);
  return [min, max];
}
