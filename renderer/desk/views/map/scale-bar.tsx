import { mapWords as words } from '#shared/wording/english/views/map-words.ts';
import { unitsOf, unproject } from './base-map.ts';
import type { Sight } from './map-place.ts';

const mostPx = 130;
/** Beyond this a Mercator map has no one scale. */
const mostMetres = 2_000_000;

/** A round length that takes at most 130 px in the middle of what is in sight; null where the map has no one scale. */
export function scaleOf({ x, y, zoom }: Sight): { readonly metres: number; readonly px: number } | null {
  const pxOfMetre = unitsOf(1, unproject(x, y).latitude) * zoom;
  const most = mostPx / pxOfMetre;
  if (most > mostMetres) return null;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = power * (most >= 5 * power ? 5 : most >= 2 * power ? 2 : 1);
  return { metres, px: metres * pxOfMetre };
}

export function ScaleBar({ sight, bottom }: { readonly sight: Sight; readonly bottom: number }) {
  const scale = scaleOf(sight);
  if (!scale) return null;
  return (
    <g className="map-scale" transform={`translate(16 ${bottom - 16})`}>
      <path d={`M0 -5V0H${scale.px}V-5`} />
      <text x={scale.px / 2} y={-6}>
        {words.length(scale.metres)}
      </text>
    </g>
  );
}
