import { scaleUtc } from 'd3-scale';
import { type KeyboardEvent, type MouseEvent, type PointerEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { LanesBy, TimelineBar, TimelineRow } from '#shared/contract/timeline.ts';
import { timelineWords as words } from '#shared/wording/english/views/timeline-words.ts';
import { useShownName } from '../../bridge/shown-name.ts';
import { idsIn } from '../../bridge/use-list.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { spokenDate } from '../../components/date-field/spoken-date.ts';
import { type TableRows, withIds } from '../../components/table/table-rows.ts';
import { idsFrom, useActiveRow } from '../../components/table/use-active-row.ts';
import { type Dates, middleAt, type Span, senseAt } from './dated-row.ts';
import { barsInSight, lanesInSight, layOutBars, nothingLaidOut, type View } from './lay-out-bars.ts';
import { tickWords } from './tick-words.ts';
import { TimelineLane } from './timeline-lane.tsx';
import { useBars } from './use-bars.ts';

type ChartProps = {
  readonly dates: Dates;
  readonly lanesBy: LanesBy;
  readonly span: Span;
  readonly onSpan: (span: Span) => void;
  readonly onFit: () => void;
  readonly chosen: string | null;
  readonly onChoose: (key: string | null) => void;
  readonly onOpen: (key: string) => void;
};

const axisPx = 28;
const leastSpanMs = 120_000;
const mostSpanMs = 400 * 366 * 86_400_000;

/** A span between two minutes and four centuries around the same middle. */
export function zoomed({ from, to }: Span, factor: number, at = (from + to) / 2): Span {
  const length = Math.min(mostSpanMs, Math.max(leastSpanMs, (to - from) * factor));
  const share = (at - from) / (to - from);
  return { from: at - length * share, to: at + length * (1 - share) };
}

/** Takes the keyboard itself (WAI-ARIA, application): arrows mean something of its own here. */
const application = { role: 'application', tabIndex: 0, 'aria-label': words.chart } as const;

/** Dates as bars in lanes: solid where certain, hatched where in doubt, fading where about, open where nobody has said. */
export function TimelineChart({ dates, lanesBy, span, onSpan, onFit, chosen, onChoose, onOpen }: ChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const shownName = useShownName();
  // Not laid out before the width is known: of a large case that would be done twice.
  const [measured, setWidth] = useState<number | null>(null);
  const width = measured ?? 800;
  const [view, setView] = useState<View>({ from: 0, to: 1_200 });
  const drag = useRef<{ readonly x: number; readonly span: Span } | null>(null);
  const latest = useRef({ span, onSpan, width });
  latest.current = { span, onSpan, width };

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const look = () => setView({ from: element.scrollTop, to: element.scrollTop + element.clientHeight });
    const watch = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.max(200, entry.contentRect.width));
      look();
    });
    watch.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    // React listens to the wheel passively, and the page must not scroll while the span is zoomed.
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey) return;
      event.preventDefault();
      const now = latest.current;
      const at = now.span.from + ((event.clientX - element.getBoundingClientRect().left) / now.width) * (now.span.to - now.span.from);
      if (event.shiftKey) now.onSpan(moved(now.span, (event.deltaX || event.deltaY) / now.width));
      else now.onSpan(zoomed(now.span, 1.0015 ** event.deltaY, at));
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      watch.disconnect();
      element.removeEventListener('scroll', look);
      element.removeEventListener('wheel', onWheel);
    };
  }, []);

  const scale = useMemo(() => scaleUtc().domain([span.from, span.to]).range([0, width]), [span, width]);
  const laid = useMemo(() => (measured === null ? nothingLaidOut : layOutBars(dates, span, scale, width)), [dates, span, scale, width, measured]);
  const seen = useMemo(
    () =>
      lanesInSight(laid, view).flatMap((number) => {
        const lane = laid.lanes[number];
        const top = laid.tops[number] ?? 0;
        return lane ? [{ id: lane.id, first: lane.bars[0]?.at ?? -1, top, bars: barsInSight(lane, top, view) }] : [];
      }),
    [laid, view],
  );
  const asked = useQuery('timeline/order', chosen === null ? null : { part: { placeOf: chosen } }).value?.at ?? -1;
  const wanted = useMemo(() => {
    const inSight = seen.flatMap(({ first, bars }) => [first, ...bars.map(({ at }) => at)]);
    return [...new Set([asked, ...inSight])].filter((place) => place >= 0);
  }, [seen, asked]);
  const bars = useBars(dates, useDeferredValue(wanted));
  const rows = useMemo(
    (): TableRows<TimelineRow> => ({
      count: dates.count,
      at: (place) => bars.at(place)?.row,
      placeOf: (key) => bars.placeOf(key) ?? (key === chosen ? asked : -1),
      ids: (from, to) => idsIn({ name: 'timeline/order', wish: {} }, { ids: { from, to } }),
    }),
    [dates, bars, chosen, asked],
  );
  const { at: chosenAt, goTo } = useActiveRow(rows, keyOf, chosen, onChoose);
  const ticks = scale.ticks(Math.max(3, Math.floor(width / 110)));
  const stepMs = (ticks[1]?.getTime() ?? span.to) - (ticks[0]?.getTime() ?? span.from);
  const height = laid.tops.at(-1) ?? 0;
  const one = bars.at(chosenAt)?.row;

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      const next = chosenAt < 0 ? 0 : Math.min(dates.count - 1, Math.max(0, chosenAt + (event.key === 'ArrowRight' ? 1 : -1)));
      goTo(next);
      bringIntoView(next);
    } else if (event.key === '+' || event.key === '=') onSpan(zoomed(span, 0.6, middleAt(dates, chosenAt) ?? undefined));
    else if (event.key === '-') onSpan(zoomed(span, 1 / 0.6, middleAt(dates, chosenAt) ?? undefined));
    else if (event.key === '0') onFit();
    else if (event.key === 'PageUp') onSpan(moved(span, -0.6));
    else if (event.key === 'PageDown') onSpan(moved(span, 0.6));
    else if (event.key === 'Enter' && chosen !== null) onOpen(chosen);
    else if (event.key === 'Escape' && chosen !== null) onChoose(null);
    else return;
    event.preventDefault();
  }

  function bringIntoView(at: number): void {
    const middle = middleAt(dates, at);
    if (middle === null || (middle > span.from && middle < span.to)) return;
    const half = (span.to - span.from) / 2;
    onSpan({ from: middle - half, to: middle + half });
  }

  /** Lines from a claim to those that speak against it, each drawn once. */
  function clashesOf(bar: TimelineBar | undefined) {
    const a = bar && laid.spotOf(bar.place);
    if (!bar || !a) return [];
    return bar.clashes.flatMap((other) => {
      const b = laid.spotOf(other);
      const drawnThere = bar.place > other && b !== null && b.y > view.from && b.y < view.to;
      return b === null || drawnThere
        ? []
        : [<path key={`${bar.place} ${other}`} className="timeline-clash" d={`M${a.x} ${a.y}C${a.x - 28} ${a.y} ${b.x - 28} ${b.y} ${b.x} ${b.y}`} />];
    });
  }

  function onPointerMove(event: PointerEvent): void {
    const begun = drag.current;
    if (begun) onSpan(moved(begun.span, (begun.x - event.clientX) / width));
  }

  const acts = {
    onKeyDown,
    onClick: (event: MouseEvent) => {
      const place = pressed(event);
      if (place !== null) goTo(place);
    },
    onDoubleClick: (event: MouseEvent) => {
      const place = pressed(event);
      if (place !== null) withIds(idsFrom(rows, keyOf, place), ([key]) => key !== undefined && onOpen(key));
    },
    onPointerDown: (event: PointerEvent) => {
      drag.current = { x: event.clientX, span };
    },
    onPointerMove,
    onPointerUp: () => {
      drag.current = null;
    },
    onPointerLeave: () => {
      drag.current = null;
    },
  };
  return (
    <div className="timeline-frame">
      <svg className="timeline-axis" width={width} height={axisPx} aria-hidden>
        {ticks.map((tick) => (
          <g key={tick.getTime()} transform={`translate(${scale(tick)} 0)`}>
            <line y1={20} y2={axisPx} className="timeline-tick" />
            <text x={4} y={18}>
              {tickWords(tick, stepMs)}
            </text>
          </g>
        ))}
      </svg>
      <div ref={frame} className="timeline-scroll" {...application} {...acts}>
        <svg width={width} height={height + 8} aria-hidden>
          <defs>
            <pattern id="timeline-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <line x1="0" y1="0" x2="0" y2="6" className="timeline-hatch" />
            </pattern>
          </defs>
          {ticks.map((tick) => (
            <line key={tick.getTime()} x1={scale(tick)} x2={scale(tick)} y1={0} y2={height} className="timeline-grid" />
          ))}
          {seen.flatMap((lane) => lane.bars.flatMap(({ at }) => clashesOf(bars.at(at))))}
          {seen.map(({ id, first, top, bars: inSight }) => (
            <TimelineLane
              key={id}
              name={laneName(lanesBy, bars.at(first)?.row, senseAt(dates, first))}
              bars={inSight}
              dates={dates}
              barAt={bars.at}
              top={top}
              span={span}
              scale={scale}
              width={width}
              chosenAt={chosenAt}
            />
          ))}
        </svg>
      </div>
      <p className="visually-hidden" role="status">
        {one &&
          `${words.selected(words.senses[one.sense], spokenDate(one.date), shownName(one.label))} ${one.against.length > 0 ? words.conflict(one.against.length) : ''}`}
      </p>
    </div>
  );
}

function moved({ from, to }: Span, share: number): Span {
  const by = (to - from) * share;
  return { from: from + by, to: to + by };
}

const keyOf = (row: TimelineRow) => row.key;

/** The place of the bar that was pressed, if any. */
function pressed(event: MouseEvent): number | null {
  const place = (event.target as Element).closest<SVGElement>('[data-place]')?.dataset['place'];
  return place === undefined ? null : Number(place);
}

/** What a lane is called: as its first row has it, which may not have come yet. */
function laneName(by: LanesBy, row: TimelineRow | undefined, sense: TimelineRow['sense']): string {
  if (by === 'type') return words.senses[sense];
  if (!row) return '';
  return by === 'actor' ? row.actor || words.noActor : row.source || words.noSource;
}
