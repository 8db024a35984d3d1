import type { TimelineBar, TimelineChartAnswer } from '#shared/contract/timeline.ts';
import type { EdtfDate } from '#shared/domain/moment/edtf-date.ts';
import { knownBounds } from '#shared/domain/moment/known-bounds.ts';
import { done } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';
import type { ReadingDesk } from '../ports/desk.ts';
import { type CaseDate, placeAmong } from './case-date.ts';
import { tellOfLanes } from './case-lanes.ts';
import type { DrawnLanes } from './draw-lanes.ts';
import type { KeptDates } from './keep-dates.ts';
import { timelineRow } from './timeline-rows.ts';

/**
 * What the chart shows of a span between two heights, so that the window never holds what is not in sight: lanes that reach into it with their bars
 * there, and where those lie that speak against one of them.
 */
export const showTimelineChart: QueryUse<'timeline/chart'> = async (desk, { lanesBy, span, width, view, chosen }) =>
  done(
    await tellOfLanes(desk, { lanesBy, span, width }, (dates, drawn, shown) => {
      const inOrder = dates.inOrder();
      const lanes = drawn.seen(view).map(({ name, earliest, top, bars }) => ({
        id: placeAmong(inOrder, earliest),
        name,
        top,
        bars: bars.map(({ date, track }) => barOfDate(desk, dates, drawn, date, track)),
      }));
      const one = chosen === undefined ? null : chosenAt(desk, dates, drawn, chosen);
      const named = new Set(lanes.flatMap(({ bars }) => bars.flatMap(({ row, clashes }) => [row.date, ...clashes.map(({ date }) => date)])));
      if (one) named.add(one.row.date);
      return {
        lanesBy,
        count: inOrder.length,
        span: shown,
        whole: dates.whole(),
        height: drawn.height(),
        lanes,
        dates: [...named].map((date) => ({ date, bounds: knownBounds(date as EdtfDate) })),
        chosen: one,
      };
    }),
  );

function barOfDate(desk: ReadingDesk, dates: KeptDates, drawn: DrawnLanes, date: CaseDate, track: number): TimelineBar {
  const inOrder = dates.inOrder();
  const row = timelineRow(desk, date);
  const clashes = row.against.flatMap((other) => {
    const place = dates.placeOf(`${row.sense}:${other}`);
    const against = place === undefined ? undefined : inOrder[place];
    const y = against ? drawn.middleOf(against) : null;
    return place === undefined || !against || y === null ? [] : [{ place, date: against.stated.date, y }];
  });
  return { place: placeAmong(inOrder, date), track, row, clashes };
}

function chosenAt(desk: ReadingDesk, dates: KeptDates, drawn: DrawnLanes, key: string): TimelineChartAnswer['chosen'] {
  const place = dates.placeOf(key);
  const date = place === undefined ? undefined : dates.inOrder()[place];
  return place === undefined || !date ? null : { place, row: timelineRow(desk, date), y: drawn.middleOf(date) };
}
