import { scaleUtc } from 'd3-scale';
import { type KeyboardEvent, type MouseEvent, type PointerEvent, type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { TimelineBar, TimelineChartAnswer, TimelineRow } from '#shared/contract/timeline.ts';
import type { Span } from '#shared/domain/timeline/bar-of.ts';
import { laneHeadPx, trackPx } from '#shared/domain/timeline/timeline-sizes.ts';
import { timelineWords as words } from '#shared/wording/english/views/timeline-words.ts';
import { useShownName } from '../../bridge/shown-name.ts';
import { idsIn } from '../../bridge/use-list.ts';
import { spokenDate } from '../../components/date-field/spoken-date.ts';
import { type TableRows, withIds } from '../../components/table/table-rows.ts';
import { idsFrom, useActiveRow } from '../../components/table/use-active-row.ts';
import { boundsIn, middleOf } from './bounds-of.ts';
import { ClashLines } from './clash-lines.tsx';
import { tickWords } from './tick-words.ts';
import { TimelineLane } from './timeline-lane.tsx';
import { moved, useZoom, zoomed } from './use-zoom.ts';

type ChartProps = {
  /** What scrolls; it is there before the answer, which depends on its size. */
  readonly frame: HTMLDivElement | null;
  readonly onFrame: (frame: HTMLDivElement | null) => void;
  readonly chart: TimelineChartAnswer | null;
  /** What stands in its place while it has not come. */
  readonly coming: ReactNode;
  readonly span: Span | null;
  readonly width: number;
  readonly onSpan: (span: Span) => void;
  readonly onFit: () => void;
  readonly chosen: string | null;
  readonly onChoose: (key: string | null) => void;
  readonly onOpen: (key: string) => void;
};

const axisPx = 28;

/** Takes the keyboard itself (WAI-ARIA, application): arrows mean something of its own here. */
const application = { role: 'application', tabIndex: 0, 'aria-label': words.chart } as const;

/** Dates as bars in lanes: solid where certain, hatched where in doubt, fading where about, open where nobody has said. */
export function TimelineChart({ frame, onFrame, chart, coming, span, width, onSpan, onFit, chosen, onChoose, onOpen }: ChartProps) {
  const shownName = useShownName();
  const bars = useMemo(() => barsOf(chart), [chart]);
  const boundsOf = useMemo(() => boundsIn(chart), [chart]);
  const asked = chart?.chosen?.row.key === chosen ? chart?.chosen : null;
  const count = chart?.count ?? 0;
  const rows = useMemo(
    (): TableRows<TimelineRow> => ({
      count,
      at: (place) => bars.byPlace.get(place)?.row,
      placeOf: (key) => (asked?.row.key === key ? asked.place : (bars.byKey.get(key)?.place ?? -1)),
      ids: (from, to) => idsIn({ name: 'timeline/order', wish: {} }, { ids: { from, to } }),
    }),
    [count, bars, asked],
  );
  const { at: chosenAt, goTo } = useActiveRow(rows, keyOf, chosen, onChoose);
  const one = asked?.row ?? (chosen === null ? undefined : bars.byKey.get(chosen)?.row);
  const scale = useMemo(() => span && scaleUtc().domain([span.from, span.to]).range([0, width]), [span, width]);
  const dragged = useZoom(frame, span, width, onSpan);

  // The keyboard takes the picture along, as soon as it is known where the chosen one is.
  const follow = useRef(false);
  const answered = chart !== null && span !== null && chart.span.from === span.from && chart.span.to === span.to;
  useEffect(() => {
    if (!follow.current || !answered || !asked || !span || !frame) return;
    const middle = middleOf(boundsOf(asked.row.date));
    if (middle !== null && (middle <= span.from || middle >= span.to)) {
      const half = (span.to - span.from) / 2;
      onSpan({ from: middle - half, to: middle + half });
      return;
    }
    if (asked.y === null) return;
    follow.current = false;
    const [above, below] = [asked.y - trackPx - laneHeadPx, asked.y + trackPx];
    if (above < frame.scrollTop) frame.scrollTo({ top: above });
    else if (below > frame.scrollTop + frame.clientHeight) frame.scrollTo({ top: below - frame.clientHeight });
  }, [frame, answered, asked, boundsOf, span, onSpan]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || span === null) return;
    const around = (one && middleOf(boundsOf(one.date))) ?? undefined;
    if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      const next = chosenAt < 0 ? 0 : Math.min(count - 1, Math.max(0, chosenAt + (event.key === 'ArrowRight' ? 1 : -1)));
      follow.current = next !== chosenAt;
      goTo(next);
    } else if (event.key === '+' || event.key === '=') zoomTo(zoomed(span, 0.6, around));
    else if (event.key === '-') zoomTo(zoomed(span, 1 / 0.6, around));
    else if (event.key === '0') onFit();
    else if (event.key === 'PageUp') onSpan(moved(span, -0.6));
    else if (event.key === 'PageDown') onSpan(moved(span, 0.6));
    else if (event.key === 'Enter' && chosen !== null) onOpen(chosen);
    else if (event.key === 'Escape' && chosen !== null) onChoose(null);
    else return;
    event.preventDefault();
  }

  function zoomTo(next: Span): void {
    follow.current = chosen !== null;
    onSpan(next);
  }

  /** Whoever moves the picture by hand is not taken back. */
  function letGo(): void {
    follow.current = false;
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
    ...dragged,
    onWheel: letGo,
    onPointerDown: (event: PointerEvent) => {
      letGo();
      dragged.onPointerDown(event);
    },
  };
  const ticks = scale?.ticks(Math.max(3, Math.floor(width / 110))) ?? [];
  const stepMs = (ticks[1]?.getTime() ?? span?.to ?? 0) - (ticks[0]?.getTime() ?? span?.from ?? 0);
  const height = chart?.height ?? 0;
  return (
    <div className="timeline-frame">
      <svg className="timeline-axis" width={width} height={axisPx} aria-hidden>
        {ticks.map((tick) => (
          <g key={tick.getTime()} transform={`translate(${scale?.(tick)} 0)`}>
            <line y1={20} y2={axisPx} className="timeline-tick" />
            <text x={4} y={18}>
              {tickWords(tick, stepMs)}
            </text>
          </g>
        ))}
      </svg>
      <div ref={onFrame} className="timeline-scroll" {...(chart && application)} {...acts}>
        {chart && span && scale ? (
          <svg width={width} height={height + 8} aria-hidden>
            <defs>
              <pattern id="timeline-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <line x1="0" y1="0" x2="0" y2="6" className="timeline-hatch" />
              </pattern>
            </defs>
            {ticks.map((tick) => (
              <line key={tick.getTime()} x1={scale(tick)} x2={scale(tick)} y1={0} y2={height} className="timeline-grid" />
            ))}
            <ClashLines lanes={chart.lanes} boundsOf={boundsOf} span={span} width={width} />
            {chart.lanes.map((lane) => (
              <TimelineLane key={lane.id} lane={lane} lanesBy={chart.lanesBy} boundsOf={boundsOf} span={span} scale={scale} width={width} chosenAt={chosenAt} />
            ))}
          </svg>
        ) : (
          coming
        )}
      </div>
      <p className="visually-hidden" role="status">
        {one &&
          `${words.selected(words.senses[one.sense], spokenDate(one.date), shownName(one.label))} ${one.against.length > 0 ? words.conflict(one.against.length) : ''}`}
      </p>
    </div>
  );
}

const keyOf = (row: TimelineRow) => row.key;

function barsOf(chart: TimelineChartAnswer | null): { readonly byPlace: ReadonlyMap<number, TimelineBar>; readonly byKey: ReadonlyMap<string, TimelineBar> } {
  const bars = chart?.lanes.flatMap((lane) => lane.bars) ?? [];
  return { byPlace: new Map(bars.map((bar) => [bar.place, bar])), byKey: new Map(bars.map((bar) => [bar.row.key, bar])) };
}

/** The place of the bar that was pressed, if any. */
function pressed(event: MouseEvent): number | null {
  const place = (event.target as Element).closest<SVGElement>('[data-place]')?.dataset['place'];
  return place === undefined ? null : Number(place);
}
