import type { TimelineChartAnswer } from '#shared/contract/timeline.ts';
import type { MomentBounds } from '#shared/domain/moment/moment-bounds.ts';

/** What a date that the chart names says of time; undefined of others. */
export type BoundsOf = (date: string) => MomentBounds | undefined;

export function boundsIn(chart: TimelineChartAnswer | null): BoundsOf {
  const known = new Map(chart?.dates.map(({ date, bounds }) => [date, bounds]));
  return (date) => known.get(date);
}

/** The middle of a date, or the side of it that is known; null when neither is. */
export function middleOf(bounds: MomentBounds | undefined): number | null {
  if (!bounds) return null;
  const { earliest, latest } = bounds;
  return earliest !== null && latest !== null ? (earliest + latest) / 2 : (earliest ?? latest);
}
