import { type TimelineChartAnswer, type TimelineSense, timelineSenses } from '#shared/contract/timeline.ts';
import type { EdtfDate } from '#shared/domain/moment/edtf-date.ts';
import { knownBounds } from '#shared/domain/moment/known-bounds.ts';
import type { MomentBounds } from '#shared/domain/moment/moment-bounds.ts';

/** Milliseconds since 1970 in UTC. */
export type Span = { readonly from: number; readonly to: number };
/** The dates of the case as numbers: place by place in the order of time, which of the `bounds`, which lane and which sense each has. */
export type Dates = {
  readonly count: number;
  readonly bounds: readonly MomentBounds[];
  readonly dateOf: readonly number[];
  readonly laneOf: readonly number[];
  readonly senseOf: readonly number[];
};

export function datesOf({ dates, dateOf, laneOf, senseOf }: TimelineChartAnswer): Dates {
  return { count: dateOf.length, dateOf, laneOf, senseOf, bounds: dates.map((date) => knownBounds(date as EdtfDate)) };
}

/** What the date at a place is of. */
export function senseAt(dates: Dates, place: number): TimelineSense {
  return timelineSenses[dates.senseOf[place] ?? 0] ?? 'event';
}

export function boundsAt(dates: Dates, at: number): MomentBounds | null {
  return dates.bounds[dates.dateOf[at] ?? -1] ?? null;
}

/** The middle of a date, or the side of it that is known; null when neither is. */
export function middleAt(dates: Dates, at: number): number | null {
  const bounds = boundsAt(dates, at);
  if (!bounds) return null;
  const { earliest, latest } = bounds;
  return earliest !== null && latest !== null ? (earliest + latest) / 2 : (earliest ?? latest);
}
