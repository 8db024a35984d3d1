import type { TimelineBar, TimelineChartAnswer } from '#shared/contract/timeline.ts';
import type { EdtfDate } from '#shared/domain/moment/edtf-date.ts';
import { knownBounds } from '#shared/domain/moment/known-bounds.ts';
import { inView, type LaidOut, layOutBars } from '#shared/domain/timeline/lay-out-bars.ts';
import { done } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';
import type { ReadingDesk } from '../ports/desk.ts';
import { caseDates } from './case-dates.ts';
import { type CaseLanes, caseLanes } from './case-lanes.ts';
import { timelineRow } from './timeline-rows.ts';

/**
 * What the chart shows of a span between two heights, so that the window never holds what is not in sight: lanes that reach into it with their bars
 * there, and where those lie that speak against one of them.
 */
export const showTimelineChart: QueryUse<'timeline/chart'> = async (desk, { lanesBy, span, width, view, chosen }) => {
  const lanes = caseLanes(desk, lanesBy);
  const shown = span ?? lanes.whole;
  const laid = laidOut(lanes, shown, width);
  const { inOrder, placeOf } = caseDates(desk);
  const barAt = (place: number, track: number): TimelineBar[] => {
    const date = inOrder[place];
    if (!date) return [];
    const row = timelineRow(desk, date);
    const clashes = row.against.flatMap((other) => spotOf(placeOf(`${row.sense}:${other}`)) ?? []);
    return [{ place, track, row, clashes }];
  };
  const spotOf = (place: number | undefined) => {
    const date = place === undefined ? undefined : inOrder[place];
    const y = place === undefined ? null : laid.middleOf(place);
    return place === undefined || date === undefined || y === null ? null : { place, date: date.date, y };
  };
  const told = inView(lanes.dates, laid, view).map(({ lane, top, bars }) => ({
    id: lane,
    name: lanes.names[lane] ?? '',
    top,
    bars: bars.flatMap(({ place, track }) => barAt(place, track)),
  }));
  const one = chosen === undefined ? null : chosenAt(desk, laid, chosen);
  const named = new Set(told.flatMap(({ bars }) => bars.flatMap(({ row, clashes }) => [row.date, ...clashes.map(({ date }) => date)])));
  if (one) named.add(one.row.date);
  return done({
    lanesBy,
    count: inOrder.length,
    span: shown,
    whole: lanes.whole,
    height: laid.tops.at(-1) ?? 0,
    lanes: told,
    dates: [...named].map((date) => ({ date, bounds: knownBounds(date as EdtfDate) })),
    chosen: one,
  });
};

function chosenAt(desk: ReadingDesk, laid: LaidOut, key: string): TimelineChartAnswer['chosen'] {
  const { inOrder, placeOf } = caseDates(desk);
  const place = placeOf(key);
  const date = place === undefined ? undefined : inOrder[place];
  return place === undefined || date === undefined ? null : { place, row: timelineRow(desk, date), y: laid.middleOf(place) };
}

/** Scrolling asks for other parts of the same picture, so the last one is kept. */
function laidOut(lanes: CaseLanes, { from, to }: CaseLanes['whole'], width: number): LaidOut {
  const of = `${from} ${to} ${width}`;
  if (lanes.last?.of !== of) lanes.last = { of, laid: layOutBars(lanes.dates, { from, to }, width) };
  return lanes.last.laid;
}
