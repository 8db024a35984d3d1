import { useMemo, useRef } from 'react';
import { mostRows } from '#shared/contract/ordered-list.ts';
import type { TimelineBar } from '#shared/contract/timeline.ts';
import { useQuery } from '../../bridge/use-query.ts';
import type { Dates } from './dated-row.ts';

/** Bars remembered of what was in sight before, so that what is left and come back to has its words. */
const mostKnown = 6_000;

export type Bars = { readonly at: (place: number) => TimelineBar | undefined; readonly placeOf: (key: string) => number | undefined };

/** The words of the bars at these places, and of others that were in sight, as far as they have come. */
export function useBars(dates: Dates, places: readonly number[]): Bars {
  const known = useRef({ dates, bars: new Map<number, TimelineBar>(), places: new Map<string, number>() });
  const wanted = useMemo(() => places.slice(0, mostRows), [places]);
  const bars = useQuery('timeline/bars', wanted.length === 0 ? null : { places: wanted }).value;
  return useMemo(() => {
    if (known.current.dates !== dates || known.current.bars.size > mostKnown) known.current = { dates, bars: new Map(), places: new Map() };
    const now = known.current;
    for (const bar of bars ?? []) {
      now.bars.set(bar.place, bar);
      now.places.set(bar.row.key, bar.place);
    }
    return { at: (place) => now.bars.get(place), placeOf: (key) => now.places.get(key) };
  }, [bars, dates]);
}
