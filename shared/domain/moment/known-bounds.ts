import type { EdtfDate } from './edtf-date.ts';
import { type MomentBounds, momentBounds } from './moment-bounds.ts';

/** Dates remembered; then all are forgotten. */
const mostKnown = 20_000;
const known = new Map<string, MomentBounds>();

/** {@link momentBounds}, each date taken apart once: a case has few dates and many objects of each, and reading one takes most of a millisecond. */
export function knownBounds(date: EdtfDate): MomentBounds {
  const found = known.get(date);
  if (found) return found;
  if (known.size >= mostKnown) known.clear();
  const bounds = momentBounds(date);
  known.set(date, bounds);
  return bounds;
}
