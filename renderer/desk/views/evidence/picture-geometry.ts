import type { Region } from '#shared/domain/evidence/anchor.ts';

/**
 * How a picture lies in its viewport: picture pixels are turned by quarter turns, scaled, then moved. Everything the case keeps is in
 * pixels of the original upright picture; the screen only ever sees it through this.
 */
export type Placement = { readonly scale: number; readonly turns: 0 | 1 | 2 | 3; readonly x: number; readonly y: number };
export type Point = { readonly x: number; readonly y: number };
export type Size = { readonly width: number; readonly height: number };

export type Line = { readonly from: Point; readonly to: Point };

export function lengthOf({ from, to }: Line): number {
  return Math.hypot(to.x - from.x, to.y - from.y);
}

export const closest = 16;
const smallestRegion = 4;

function turned(point: Point, turns: Placement['turns']): Point {
  if (turns === 1) return { x: -point.y, y: point.x };
  if (turns === 2) return { x: -point.x, y: -point.y };
  if (turns === 3) return { x: point.y, y: -point.x };
  return point;
}

export function toViewport(point: Point, placement: Placement): Point {
  const at = turned(point, placement.turns);
  return { x: at.x * placement.scale + placement.x, y: at.y * placement.scale + placement.y };
}

export function toPicture(point: Point, placement: Placement): Point {
  const back = ((4 - placement.turns) % 4) as Placement['turns'];
  return turned({ x: (point.x - placement.x) / placement.scale, y: (point.y - placement.y) / placement.scale }, back);
}

/** Size of the picture as it lies on the screen after its quarter turns, unscaled. */
function lyingSize(picture: Size, turns: Placement['turns']): Size {
  return turns % 2 === 0 ? picture : { width: picture.height, height: picture.width };
}

/** The whole picture in the middle of the viewport, never larger than `most` times its measure: than life, for a picture. */
export function fitted(picture: Size, viewport: Size, turns: Placement['turns'], most = 1): Placement {
  const lying = lyingSize(picture, turns);
  const margin = 12;
  const scale = Math.min(most, Math.max(0.01, Math.min((viewport.width - margin) / lying.width, (viewport.height - margin) / lying.height)));
  return centred(viewport, { scale, turns, x: 0, y: 0 }, { x: picture.width / 2, y: picture.height / 2 });
}

/** The same scale, with `point` of the picture in the middle of the viewport. */
export function centred(viewport: Size, placement: Placement, point: Point): Placement {
  const at = toViewport(point, { ...placement, x: 0, y: 0 });
  return { ...placement, x: viewport.width / 2 - at.x, y: viewport.height / 2 - at.y };
}

/** Scaled by `factor`, with the picture under `around` (viewport pixels) staying where it is. */
export function zoomed(placement: Placement, factor: number, around: Point): Placement {
  const scale = Math.min(closest, Math.max(0.01, placement.scale * factor));
  const real = scale / placement.scale;
  return { ...placement, scale, x: around.x - (around.x - placement.x) * real, y: around.y - (around.y - placement.y) * real };
}

/** Region spanned by two points of the picture, in whole pixels inside it; `null` when it is too small to be meant. */
export function spanned(from: Point, to: Point, picture: Size): Region | null {
  const left = Math.max(0, Math.floor(Math.min(from.x, to.x)));
  const top = Math.max(0, Math.floor(Math.min(from.y, to.y)));
  const right = Math.min(picture.width, Math.ceil(Math.max(from.x, to.x)));
  const bottom = Math.min(picture.height, Math.ceil(Math.max(from.y, to.y)));
  const w = right - left;
  const h = bottom - top;
  return w < smallestRegion || h < smallestRegion ? null : { x: left, y: top, w, h };
}

/** The nearest region of whole pixels that lies inside the picture; sides stay as long as they fit. */
export function inside(region: Region, picture: Size): Region {
  const w = Math.min(Math.max(1, Math.round(region.w)), picture.width);
  const h = Math.min(Math.max(1, Math.round(region.h)), picture.height);
  const x = Math.min(Math.max(0, Math.round(region.x)), picture.width - w);
  const y = Math.min(Math.max(0, Math.round(region.y)), picture.height - h);
  return { x, y, w, h };
}

/** Moves (or, with `resize`, changes the far corner of) a region by keyboard; the arrow points the way it looks on the turned screen. */
export function nudged(region: Region, arrow: Point, resize: boolean, turns: Placement['turns'], picture: Size): Region {
  const back = ((4 - turns) % 4) as Placement['turns'];
  const step = turned(arrow, back);
  if (!resize) return inside({ ...region, x: region.x + step.x, y: region.y + step.y }, picture);
  const w = Math.max(1, Math.min(region.w + step.x, picture.width - region.x));
  const h = Math.max(1, Math.min(region.h + step.y, picture.height - region.y));
  return inside({ ...region, w, h }, picture);
}

/** Where a keyboard user begins: a quarter of what is seen, in its middle. */
export function startingRegion(placement: Placement, viewport: Size, picture: Size): Region {
  const a = toPicture({ x: viewport.width * 0.375, y: viewport.height * 0.375 }, placement);
  const b = toPicture({ x: viewport.width * 0.625, y: viewport.height * 0.625 }, placement);
  const whole = inside({ x: picture.width * 0.375, y: picture.height * 0.375, w: picture.width / 4, h: picture.height / 4 }, picture);
  return spanned(a, b, picture) ?? whole;
}

/** Where a keyboard user begins to measure: across the middle third of what is seen. */
export function startingLine(placement: Placement, viewport: Size, picture: Size): Line {
  const y = viewport.height / 2;
  return {
    from: pinned(toPicture({ x: viewport.width / 3, y }, placement), picture),
    to: pinned(toPicture({ x: (viewport.width * 2) / 3, y }, placement), picture),
  };
}

const arrowSteps: { readonly [key: string]: Point } = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** Moves the end of a line by keyboard or, with `first`, its beginning; by about two pixels of the screen, the way the arrow looks there. */
export function nudgedLine(line: Line, arrow: string, first: boolean, { scale, turns }: Placement, picture: Size): Line {
  const step = turned(arrowSteps[arrow] ?? { x: 0, y: 0 }, ((4 - turns) % 4) as Placement['turns']);
  const by = Math.max(1, Math.round(2 / scale));
  const moved = (point: Point) => pinned({ x: point.x + step.x * by, y: point.y + step.y * by }, picture);
  return first ? { ...line, from: moved(line.from) } : { ...line, to: moved(line.to) };
}

function pinned(point: Point, { width, height }: Size): Point {
  return { x: Math.min(width, Math.max(0, point.x)), y: Math.min(height, Math.max(0, point.y)) };
}
