import { scaleUtc } from 'd3-scale';
import { type KeyboardEvent, type MouseEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { TimelineRow } from '#shared/contract/timeline.ts';
import { timelineWords as words } from '#shared/wording/english/views/timeline-words.ts';
import { useShownName } from '../../bridge/shown-name.ts';
import { spokenDate } from '../../components/date-field/spoken-date.ts';
import { barOf } from './bar-of.ts';
import type { DatedRow, Span } from './dated-row.ts';
import { type Bar, packLanes } from './pack-lanes.ts';
import { tickWords } from './tick-words.ts';
import { barPx, laneHeadPx, TimelineLane, trackPx, type View, wordsPx } from './timeline-lane.tsx';

type ChartProps = {
  readonly rows: readonly DatedRow[];
  readonly laneOf: (row: TimelineRow) => string;
  readonly span: Span;
  readonly onSpan: (span: Span) => void;
  readonly onFit: () => void;
  readonly chosen: string | null;
  readonly onChoose: (key: string | null) => void;
  readonly onOpen: (row: TimelineRow) => void;
};

const axisPx = 28;
const leastPx = 8;
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
export function TimelineChart({ rows, laneOf, span, onSpan, onFit, chosen, onChoose, onOpen }: ChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const shownName = useShownName();
  const [width, setWidth] = useState(800);
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
  const lanes = useMemo(() => {
    const bars = rows.flatMap((row): readonly Bar<DatedRow>[] => {
      const parts = barOf(row.bounds, span);
      const [first, last] = [parts[0], parts.at(-1)];
      if (!first || !last || last.to < span.from || first.from > span.to) return [];
      const left = Math.max(-2, scale(first.from));
      return [{ row, left, right: Math.max(left + leastPx, Math.min(width, scale(last.to))) + wordsPx }];
    });
    return packLanes(
      bars.toSorted((a, b) => a.left - b.left),
      laneOf,
    );
  }, [rows, laneOf, span, scale, width]);
  const ticks = scale.ticks(Math.max(3, Math.floor(width / 110)));
  const stepMs = (ticks[1]?.getTime() ?? span.to) - (ticks[0]?.getTime() ?? span.from);
  const tops = [0];
  for (const lane of lanes) tops.push((tops.at(-1) ?? 0) + Math.max(1, lane.tracks) * trackPx + laneHeadPx);
  const height = tops.at(-1) ?? 0;
  const middles = new Map(
    lanes.flatMap((lane, at) => lane.bars.map((bar) => [bar.row.key, { x: bar.left, y: (tops[at] ?? 0) + laneHeadPx + bar.track * trackPx + barPx / 2 }])),
  );
  const one = rows.find((row) => row.key === chosen);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = rows.findIndex((row) => row.key === chosen);
    if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      const next = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + (event.key === 'ArrowRight' ? 1 : -1)))];
      if (!next) return;
      onChoose(next.key);
      bringIntoView(next);
    } else if (event.key === '+' || event.key === '=') onSpan(zoomed(span, 0.6, middleOf(one) ?? undefined));
    else if (event.key === '-') onSpan(zoomed(span, 1 / 0.6, middleOf(one) ?? undefined));
    else if (event.key === '0') onFit();
    else if (event.key === 'PageUp') onSpan(moved(span, -0.6));
    else if (event.key === 'PageDown') onSpan(moved(span, 0.6));
    else if (event.key === 'Enter' && one) onOpen(one);
    else if (event.key === 'Escape' && chosen !== null) onChoose(null);
    else return;
    event.preventDefault();
  }

  function bringIntoView(row: DatedRow): void {
    const middle = middleOf(row);
    if (middle === null || (middle > span.from && middle < span.to)) return;
    const half = (span.to - span.from) / 2;
    onSpan({ from: middle - half, to: middle + half });
  }

  function pressed(event: MouseEvent): DatedRow | undefined {
    const key = (event.target as Element).closest<SVGElement>('[data-key]')?.dataset['key'];
    return rows.find((row) => row.key === key);
  }

  function onPointerMove(event: PointerEvent): void {
    const begun = drag.current;
    if (begun) onSpan(moved(begun.span, (begun.x - event.clientX) / width));
  }

  const acts = {
    onKeyDown,
    onClick: (event: MouseEvent) => onChoose(pressed(event)?.key ?? chosen),
    onDoubleClick: (event: MouseEvent) => {
      const row = pressed(event);
      if (row) onOpen(row);
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
          {rows.flatMap((row) =>
            row.against.flatMap((other) => {
              const [a, b] = [middles.get(row.key), middles.get(`${row.sense}:${other}`)];
              return a && b && row.objectId < other && Math.min(a.y, b.y) < view.to && Math.max(a.y, b.y) > view.from
                ? [<path key={`${row.key} ${other}`} className="timeline-clash" d={`M${a.x} ${a.y}C${a.x - 28} ${a.y} ${b.x - 28} ${b.y} ${b.x} ${b.y}`} />]
                : [];
            }),
          )}
          {lanes.map((lane, at) => (
            <TimelineLane key={lane.name} lane={lane} top={tops[at] ?? 0} view={view} span={span} scale={scale} width={width} chosen={chosen} />
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

function middleOf(row: DatedRow | undefined): number | null {
  if (!row) return null;
  const { earliest, latest } = row.bounds;
  return earliest !== null && latest !== null ? (earliest + latest) / 2 : (earliest ?? latest);
}
