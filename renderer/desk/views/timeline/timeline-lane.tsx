import type { ScaleTime } from 'd3-scale';
import { memo } from 'react';
import type { TimelineLane as Lane, LanesBy, TimelineBar, TimelineSense } from '#shared/contract/timeline.ts';
import { barEdges } from '#shared/domain/timeline/bar-edges.ts';
import { barOf, type Span } from '#shared/domain/timeline/bar-of.ts';
import { barPx, laneHeadPx, trackPx, wordsPx } from '#shared/domain/timeline/timeline-sizes.ts';
import { timelineWords as words } from '#shared/wording/english/views/timeline-words.ts';
import { useShownName } from '../../bridge/shown-name.ts';
import { spokenDate } from '../../components/date-field/spoken-date.ts';
import type { BoundsOf } from './bounds-of.ts';

type LaneProps = {
  readonly lane: Lane;
  readonly lanesBy: LanesBy;
  readonly boundsOf: BoundsOf;
  readonly span: Span;
  readonly scale: ScaleTime<number, number>;
  readonly width: number;
  /** The place of the date that is chosen, -1 while none is. */
  readonly chosenAt: number;
};

/** One lane: its name and those of its bars that are in sight. */
function PlainLane({ lane, lanesBy, chosenAt, ...drawn }: LaneProps) {
  const shownName = useShownName();
  return (
    <g transform={`translate(0 ${lane.top})`}>
      <line x2={drawn.width} className="timeline-edge" />
      <text x={8} y={17} className="timeline-lane">
        {shownName(laneName(lanesBy, lane.name))}
      </text>
      {lane.bars.map((bar) => (
        <Bar key={bar.place} bar={bar} {...drawn} chosen={bar.place === chosenAt} />
      ))}
    </g>
  );
}

export const TimelineLane = memo(PlainLane);

type BarProps = Pick<LaneProps, 'boundsOf' | 'span' | 'scale' | 'width'> & { readonly bar: TimelineBar; readonly chosen: boolean };

function Bar({ bar: { place, track, row }, boundsOf, span, scale, width, chosen }: BarProps) {
  const shownName = useShownName();
  const bounds = boundsOf(row.date);
  const edges = bounds && barEdges(bounds, span, width);
  // The span has been moved since it was laid out, and the bar has left it.
  if (!bounds || !edges) return null;
  const against = row.against.length > 0;
  const { start, right, wordsBefore } = edges;
  const parts = barOf(bounds, span);
  // No room on either side: the words lie on the bar, which may be solid there.
  const onBar = !wordsBefore && right > width && parts.some(({ look, from, to }) => look === 'sure' && scale(to) > width - wordsPx && scale(from) < width);
  return (
    <g
      className={`timeline-bar timeline-${row.sense}${chosen ? ' timeline-chosen' : ''}${against ? ' timeline-against' : ''}`}
      transform={`translate(0 ${laneHeadPx + track * trackPx})`}
      data-place={place}
    >
      <title>{`${words.senses[row.sense]} ${spokenDate(row.date)}: ${shownName(row.label)}`}</title>
      {parts.map((part) => {
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
      <text
        x={wordsBefore ? start - 6 : Math.min(right, width) - wordsPx + 6}
        y={11}
        textAnchor={wordsBefore ? 'end' : 'start'}
        className={`timeline-words${onBar ? ' timeline-on-bar' : ''}`}
      >
        {short(shownName(row.label))}
      </text>
    </g>
  );
}

function laneName(by: LanesBy, name: string): string {
  if (by === 'type') return words.senses[name as TimelineSense] ?? '';
  return name || (by === 'actor' ? words.noActor : words.noSource);
}

/** Hangul is about twice as wide, so half as much of it fits. */
function short(label: string): string {
  const most = /\p{Script=Hangul}/u.test(label) ? 15 : 28;
  const characters = [...label];
  return characters.length <= most ? label : `${characters.slice(0, most).join('').trimEnd()}…`;
}
