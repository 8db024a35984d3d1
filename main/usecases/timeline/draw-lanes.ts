import type { LanesBy } from '#shared/contract/timeline.ts';
import { type BarEdges, barEdges } from '#shared/domain/timeline/bar-edges.ts';
import type { Span } from '#shared/domain/timeline/bar-of.ts';
import { inView, middleOf, topsOf, type View } from '#shared/domain/timeline/lanes-in-view.ts';
import { layOutLane } from '#shared/domain/timeline/lay-out-lane.ts';
import { placeIn } from '#shared/kernel/place-in.ts';
import { type CaseDate, compareDates, type DrawnLane, type Lane, placeAmong, type Stated } from './case-date.ts';
import { type KeptLanes, keepLanes } from './keep-lanes.ts';

/** `earliest` is the first date of the lane, wherever that lies. */
export type LaneSeen = {
  readonly name: string;
  readonly earliest: CaseDate;
  readonly top: number;
  readonly bars: readonly { readonly date: CaseDate; readonly track: number }[];
};

/** The lanes of a case as they were drawn last. Lanes whose dates stay as they are, are not drawn again for the same span. */
export type DrawnLanes = {
  readonly lanes: KeptLanes;
  /** Draws a span at a width, a piece at each step. What is asked below is of that. */
  readonly draw: (span: Span, width: number) => Iterable<void>;
  readonly height: () => number;
  /** Lanes that reach into a view, those that begin first above. */
  readonly seen: (view: View) => readonly LaneSeen[];
  /** Where the middle of a bar is from the top, in pixels; null when it lies outside of the span. */
  readonly middleOf: (date: CaseDate) => number | null;
};

export function drawLanes(lanesBy: LanesBy): DrawnLanes {
  let drawnFor = '';
  let edges = new Map<Stated, BarEdges | null>();
  const all = new Set<Lane>();
  let toDraw = new Set<Lane>();
  /** From the top, once all are drawn. */
  let fromTop: DrawnLane[] | null = null;
  let tops: readonly number[] | null = null;

  /** A date that went to another lane is the first of both until both are drawn anew: they stand side by side. */
  const placeOf = (drawn: DrawnLane, among: readonly DrawnLane[]): number => {
    let at = placeIn(among, drawn, compareDrawn);
    while (at < among.length && among[at] !== drawn) at += 1;
    return at;
  };
  const takeAway = (lane: Lane): void => {
    if (!lane.drawn) return;
    fromTop?.splice(placeOf(lane.drawn, fromTop), 1);
    lane.drawn = null;
    tops = null;
  };
  const put = (drawn: DrawnLane): void => {
    const before = drawn.lane.drawn;
    if (before && fromTop && before.laid.height === drawn.laid.height && compareDrawn(before, drawn) === 0) {
      fromTop[placeOf(before, fromTop)] = drawn;
      drawn.top = before.top;
    } else {
      takeAway(drawn.lane);
      fromTop?.splice(placeIn(fromTop, drawn, compareDrawn), 0, drawn);
      tops = null;
    }
    drawn.lane.drawn = drawn;
  };
  const stacked = (): { readonly lanes: readonly DrawnLane[]; readonly tops: readonly number[] } => {
    if (fromTop === null) {
      fromTop = [];
      for (const { drawn } of all) if (drawn) fromTop.push(drawn);
      fromTop.sort(compareDrawn);
    }
    if (tops === null) {
      tops = topsOf(fromTop.map(({ laid }) => laid.height));
      for (const [at, lane] of fromTop.entries()) lane.top = tops[at] ?? 0;
    }
    return { lanes: fromTop, tops };
  };

  return {
    lanes: keepLanes(lanesBy, {
      changed: (lane) => {
        all.add(lane);
        toDraw.add(lane);
      },
      gone: (lane) => {
        takeAway(lane);
        all.delete(lane);
        toDraw.delete(lane);
      },
    }),
    *draw(span, width) {
      const wanted = `${span.from} ${span.to} ${width}`;
      if (drawnFor !== wanted) {
        drawnFor = wanted;
        edges = new Map();
        fromTop = null;
        tops = null;
        for (const lane of all) lane.drawn = null;
        toDraw = new Set(all);
      }
      const edgesOf = ({ stated }: CaseDate): BarEdges | null => {
        const found = edges.get(stated);
        if (found !== undefined) return found;
        const measured = barEdges(stated.bounds, span, width);
        edges.set(stated, measured);
        return measured;
      };
      for (const lane of toDraw) {
        // What changes while this pauses is drawn again.
        toDraw.delete(lane);
        const dates = datesOf(lane);
        const laid = yield* layOutLane(dates.map(edgesOf));
        const first = laid === null ? undefined : dates[laid.first];
        if (laid === null || !first) takeAway(lane);
        else if (all.has(lane)) put({ lane, dates, laid, first, top: 0 });
        yield;
      }
    },
    height: () => stacked().tops.at(-1) ?? 0,
    seen: (view) =>
      inView(stacked(), view).map(({ lane: { lane, dates, first }, top, bars }) => ({
        name: lane.name,
        earliest: dates[0] ?? first,
        top,
        bars: bars.flatMap(({ place, track }) => {
          const date = dates[place];
          return date ? [{ date, track }] : [];
        }),
      })),
    middleOf: (date) => {
      stacked();
      const drawn = date[lanesBy]?.lane.drawn;
      const track = drawn?.laid.trackOf[placeAmong(drawn.dates, date)] ?? -1;
      return drawn && track >= 0 ? drawn.top + middleOf(track) : null;
    },
  };
}

/** Lanes from the top: those that begin first, then those whose first date is earlier. */
function compareDrawn(one: DrawnLane, other: DrawnLane): number {
  return one.laid.begins - other.laid.begins || compareDates(one.first, other.first);
}

/** Dates of a lane in the order of time; most lanes are of one object. */
function datesOf({ groups }: Lane): readonly CaseDate[] {
  const [only] = groups;
  if (groups.length === 1 && only) return only.dates;
  return groups.flatMap(({ dates }) => dates).sort(compareDates);
}
