import type { Finding } from '#shared/domain/claim/claim.ts';
import type { Region } from '#shared/domain/evidence/anchor.ts';
import type { Line, Placement, Size } from './picture-geometry.ts';

/** A region that claims rest on, with the number it bears here. */
export type ClaimedRegion = { readonly region: Region; readonly claimId: string; readonly text: string; readonly finding: Finding; readonly number: number };

export type RegionLayerProps = {
  readonly picture: Size;
  readonly placement: Placement;
  readonly claimed: readonly ClaimedRegion[];
  readonly drawn: Region | null;
  readonly chosen: string | null;
  readonly line: Line | null;
};

/** Frames over the picture, in its own pixels; line widths and numbers keep their size on the screen. */
export function RegionLayer({ picture, placement, claimed, drawn, chosen, line }: RegionLayerProps) {
  const letter = 12 / placement.scale;
  return (
    <svg className="region-layer" viewBox={`0 0 ${picture.width} ${picture.height}`} aria-hidden="true">
      {claimed.map(({ region, claimId, finding, number }) => (
        <g key={`${claimId}-${number}`} className="region-frame" data-finding={finding} data-chosen={chosen === claimId}>
          <rect x={region.x} y={region.y} width={region.w} height={region.h} />
          <g transform={`translate(${region.x} ${region.y}) rotate(${-90 * placement.turns})`}>
            <rect className="region-tag" x={0} y={0} width={letter * 1.6} height={letter * 1.4} />
            <text x={letter * 0.8} y={letter * 1.08} fontSize={letter} textAnchor="middle">
              {number}
            </text>
          </g>
        </g>
      ))}
      {line && (
        <g className="measure-line">
          <line x1={line.from.x} y1={line.from.y} x2={line.to.x} y2={line.to.y} />
          <circle cx={line.from.x} cy={line.from.y} r={4 / placement.scale} />
          <circle cx={line.to.x} cy={line.to.y} r={4 / placement.scale} />
        </g>
      )}
      {drawn && <rect className="region-drawn" x={drawn.x} y={drawn.y} width={drawn.w} height={drawn.h} />}
    </svg>
  );
}
