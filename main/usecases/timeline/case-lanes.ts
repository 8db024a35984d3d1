import type { LanesBy } from '#shared/contract/timeline.ts';
import type { EdtfDate } from '#shared/domain/moment/edtf-date.ts';
import { knownBounds } from '#shared/domain/moment/known-bounds.ts';
import { type Span, spanOf } from '#shared/domain/timeline/bar-of.ts';
import { type LaidOut, type LaneDates, laneDates } from '#shared/domain/timeline/lay-out-bars.ts';
import type { ReadingDesk } from '../ports/desk.ts';
import { type CaseDate, caseDates } from './case-dates.ts';
import { actorOf, sourceOf } from './timeline-rows.ts';

/** The lanes of the case: their dates by number, what each is called (empty when not known), the span that all fill, and how they were drawn last. */
export type CaseLanes = {
  readonly dates: LaneDates;
  readonly names: readonly string[];
  readonly whole: Span;
  last: { readonly of: string; readonly laid: LaidOut } | null;
};

/** Gathered once until something of them changes. */
export function caseLanes(desk: ReadingDesk, lanesBy: LanesBy): CaseLanes {
  return desk.kept(`timeline by ${lanesBy}`, ['claims', 'sources', 'entities', 'evidence'], () => {
    const { inOrder } = caseDates(desk);
    const [dates, lanes] = [numbering<EdtfDate>(), numbering<string>()];
    const nameOf = laneNames(desk, lanesBy);
    const [dateOf, laneOf] = [new Uint32Array(inOrder.length), new Uint32Array(inOrder.length)];
    inOrder.forEach((date, place) => {
      dateOf[place] = dates.of(date.date);
      laneOf[place] = lanes.of(nameOf(date));
    });
    const bounds = dates.names().map(knownBounds);
    const names = lanes.names();
    return { dates: laneDates(bounds, dateOf, laneOf, names.length), names, whole: spanOf(bounds, 0), last: null };
  });
}

/** The name of the lane that a date lies in; each object is looked up once. */
function laneNames(desk: ReadingDesk, lanesBy: LanesBy): (date: CaseDate) => string {
  if (lanesBy === 'type') return ({ sense }) => sense;
  const known = new Map<string, string>();
  return (date) => {
    const from = date.claim === null ? date.objectId : ((lanesBy === 'actor' ? date.claim.asserterId : date.claim.anchors[0]?.evidenceId) ?? '');
    const found = known.get(from) ?? (lanesBy === 'actor' ? actorOf(desk, date) : sourceOf(desk, date));
    known.set(from, found);
    return found;
  };
}

function numbering<T>(): { readonly of: (name: T) => number; readonly names: () => readonly T[] } {
  const numbers = new Map<T, number>();
  return {
    of: (name) => {
      const number = numbers.get(name) ?? numbers.size;
      numbers.set(name, number);
      return number;
    },
    names: () => [...numbers.keys()],
  };
}
