import type { ScaleTime } from 'd3-scale';
import { memo } from 'react';
import { timelineWords as words } from '#shared/wording/english/views/timeline-words.ts';
import { useShownName } from '../../bridge/shown-name.ts';
import { spokenDate } from '../../components/date-field/spoken-date.ts';
import { barOf } from './bar-of.ts';
import type { DatedRow, Span } from './dated-row.ts';
import type { Lane } from './pack-lanes.ts';

export const trackPx = 24;
export const barPx = 14;
export const laneHeadPx = 26;
/** Room kept for the words beside a bar. */
export const wordsPx = 190;
/** The part of the height that is in sight, in pixels from the top. */
export type View = { readonly from: number; readonly to: number };

type LaneProps = {
  readonly lane: Lane<DatedRow>;
  readonly top: number;
  readonly view: View;
  readonly span: Span;
  readonly scale: ScaleTime<number, number>;
  readonly width: number;
  readonly chosen: string | null;
};

/** One lane: its name and those of its bars that are in sight, so that thousands of dates scroll as twenty do. */
function PlainLane({ lane, top, view, span, scale, width, chosen }: LaneProps) {
  const shownName = useShownName();
  const inSight = (y: number) => top + y + trackPx > view.from - 100 && top + y < view.to + 100;
  if (!inSight(0) && (top > view.to || top + laneHeadPx + lane.tracks * trackPx < view.from)) return null;
  return (
    <g transform={`translate(0 ${top})`}>
      <line x2={width} className="timeline-edge" />
      <text x={8} y={17} className="timeline-lane">
        {shownName(lane.name)}
      </text>
      {lane.bars
        .filter(({ track }) => inSight(laneHeadPx + track * trackPx))
        .map(({ row, left, right, track }) => (
          <g
            key={row.key}
            className={`timeline-bar timeline-${row.sense}${row.key === chosen ? ' timeline-chosen' : ''}${row.against.length > 0 ? ' timeline-against' : ''}`}
            transform={`translate(0 ${laneHeadPx + track * trackPx})`}
            data-key={row.key}
          >
            <title>{`${words.senses[row.sense]} ${spokenDate(row.date)}: ${shownName(row.label)}`}</title>
            {barOf(row.bounds, span).map((part) => {
              const x = Math.max(-2, Math.min(width, scale(part.from)));
              const partWidth = Math.max(part.look === 'near' ? 0 : 3, Math.min(width + 2, scale(part.to)) - x);
              return (
                <g key={`${part.look} ${part.from}`}>
                  <rect x={x} width={partWidth} height={barPx} rx={2} className={`timeline-part timeline-${part.look}`} />
                  {(row.bounds.uncertain || part.look === 'possible') && <rect x={x} width={partWidth} height={barPx} className="timeline-doubt" />}
                </g>
              );
            })}
            {row.against.length > 0 && <path className="timeline-flag" d={`M${left} ${-3}l5 -0l-5 6z`} />}
            <text x={Math.min(right - wordsPx, width - 40) + 6} y={11} className="timeline-words">
              {short(shownName(row.label))}
            </text>
          </g>
        ))}
    </g>
  );
}

export const TimelineLane = memo(PlainLane);

/** Hangul is about twice as wide, so half as much of it fits. */
function short(label: string): string {
  const most = /\p{Script=Hangul}/u.test(label) ? 15 : 28;
  const characters = [...label];
  return characters.length <= most ? label : `${characters.slice(0, most).join('').trimEnd()}…`;
}
