import type { ScaleTime } from 'd3-scale';
import { memo } from 'react';
import { timelineWords as words } from '#shared/wording/english/views/timeline-words.ts';
import { useShownName } from '../../bridge/shown-name.ts';
import { spokenDate } from '../../components/date-field/spoken-date.ts';
import { barOf } from './bar-of.ts';
import { boundsAt, type Dates, type Span, senseAt } from './dated-row.ts';
import type { PlacedBar } from './lay-out-bars.ts';
import { barPx, laneHeadPx, trackPx, wordsPx } from './timeline-sizes.ts';
import type { Bars } from './use-bars.ts';

type LaneProps = {
  readonly name: string;
  readonly bars: readonly PlacedBar[];
  readonly dates: Dates;
  /** The words of the bar at a place, as far as they have come. */
  readonly barAt: Bars['at'];
  readonly top: number;
  readonly span: Span;
  readonly scale: ScaleTime<number, number>;
  readonly width: number;
  /** The place of the date that is chosen, -1 while none is. */
  readonly chosenAt: number;
};

/** One lane: its name and those of its bars that are in sight, so that a hundred thousand dates scroll as twenty do. */
function PlainLane({ name, bars, dates, barAt, top, span, scale, width, chosenAt }: LaneProps) {
  const shownName = useShownName();
  return (
    <g transform={`translate(0 ${top})`}>
      <line x2={width} className="timeline-edge" />
      <text x={8} y={17} className="timeline-lane">
        {shownName(name)}
      </text>
      {bars.map(({ at, start, right, wordsBefore, track }) => {
        const bounds = boundsAt(dates, at);
        const row = barAt(at)?.row;
        const against = row !== undefined && row.against.length > 0;
        return (
          <g
            key={at}
            className={`timeline-bar timeline-${senseAt(dates, at)}${at === chosenAt ? ' timeline-chosen' : ''}${against ? ' timeline-against' : ''}`}
            transform={`translate(0 ${laneHeadPx + track * trackPx})`}
            data-place={at}
          >
            {row && <title>{`${words.senses[row.sense]} ${spokenDate(row.date)}: ${shownName(row.label)}`}</title>}
            {bounds &&
              barOf(bounds, span).map((part) => {
                const x = Math.max(-2, Math.min(width, scale(part.from)));
                const partWidth = Math.max(part.look === 'near' ? 0 : 3, Math.min(width + 2, scale(part.to)) - x);
                return (
                  <g key={`${part.look} ${part.from}`}>
                    <rect x={x} width={partWidth} height={barPx} rx={2} className={`timeline-part timeline-${part.look}`} />
                    {(bounds.uncertain || part.look === 'possible') && <rect x={x} width={partWidth} height={barPx} className="timeline-doubt" />}
                  </g>
                );
              })}
            {against && <path className="timeline-flag" d={`M${start} ${-3}l5 -0l-5 6z`} />}
            {row && (
              <text
                x={wordsBefore ? start - 6 : Math.min(right, width) - wordsPx + 6}
                y={11}
                textAnchor={wordsBefore ? 'end' : 'start'}
                className="timeline-words"
              >
                {short(shownName(row.label))}
              </text>
            )}
          </g>
        );
      })}
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
