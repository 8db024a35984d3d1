import { memo } from 'react';
import type { TimelineLane } from '#shared/contract/timeline.ts';
import { barEdges } from '#shared/domain/timeline/bar-edges.ts';
import type { Span } from '#shared/domain/timeline/bar-of.ts';
import { barPx, laneHeadPx, trackPx } from '#shared/domain/timeline/timeline-sizes.ts';
import type { BoundsOf } from './bounds-of.ts';

type ClashLinesProps = { readonly lanes: readonly TimelineLane[]; readonly boundsOf: BoundsOf; readonly span: Span; readonly width: number };

/** Lines from a claim to those that speak against it, each drawn once. */
function PlainLines({ lanes, boundsOf, span, width }: ClashLinesProps) {
  const drawn = new Set(lanes.flatMap(({ bars }) => bars.map(({ place }) => place)));
  const startOf = (date: string) => {
    const bounds = boundsOf(date);
    return bounds && barEdges(bounds, span, width)?.start;
  };
  return lanes.flatMap(({ top, bars }) =>
    bars.flatMap(({ place, track, row, clashes }) => {
      const y = top + laneHeadPx + track * trackPx + barPx / 2;
      return clashes.flatMap((other) => {
        const [x, otherX] = [startOf(row.date), startOf(other.date)];
        if (x === undefined || otherX === undefined || (place > other.place && drawn.has(other.place))) return [];
        return [
          <path key={`${place} ${other.place}`} className="timeline-clash" d={`M${x} ${y}C${x - 28} ${y} ${otherX - 28} ${other.y} ${otherX} ${other.y}`} />,
        ];
      });
    }),
  );
}

export const ClashLines = memo(PlainLines);
