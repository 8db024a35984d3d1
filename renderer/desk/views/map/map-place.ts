import type { PlacedRow } from '#shared/contract/places.ts';
import { project, unitsOf, worldUnits } from './base-map.ts';

/** What is in sight: the middle in units of the base map, and how many pixels a unit takes. */
export type Sight = { readonly x: number; readonly y: number; readonly zoom: number };
type Size = { readonly width: number; readonly height: number };
const [leastZoom, mostZoom] = [0.1, 4_000];
/** A place alone tells nothing: so much of the land around one, or around several, stays in sight. */
const leastInSightMetres = { one: 700_000, several: 150_000 };

export function zoomedAt(sight: Sight, factor: number, at: { readonly x: number; readonly y: number } = sight): Sight {
  const zoom = Math.min(mostZoom, Math.max(leastZoom, sight.zoom * factor));
  const share = sight.zoom / zoom;
  return { zoom, x: at.x + (sight.x - at.x) * share, y: at.y + (sight.y - at.y) * share };
}

/** All places in sight with room around them; the world when there are none. */
export function sightOf(rows: readonly PlacedRow[], { width, height }: Size): Sight {
  if (rows.length === 0) return { x: worldUnits / 2, y: worldUnits * 0.42, zoom: Math.max(leastZoom, width / worldUnits) };
  const spots = rows.map(({ place }) => ({ ...project(place.latitude, place.longitude), r: unitsOf(place.radiusMetres, place.latitude) }));
  const edge = (of: (spot: (typeof spots)[number]) => number) => spots.map(of).reduce((a, b) => Math.min(a, b));
  const [left, top] = [edge(({ x, r }) => x - r), edge(({ y, r }) => y - r)];
  const [right, bottom] = [-edge(({ x, r }) => -x - r), -edge(({ y, r }) => -y - r)];
  const zoom = Math.min(width / Math.max(right - left, 0.01), height / Math.max(bottom - top, 0.01)) * 0.6;
  const latitude = rows[0]?.place.latitude ?? 0;
  const mostHere = Math.min(width, height) / unitsOf(rows.length === 1 ? leastInSightMetres.one : leastInSightMetres.several, latitude);
  return { x: (left + right) / 2, y: (top + bottom) / 2, zoom: Math.max(leastZoom, Math.min(mostHere, zoom)) };
}
