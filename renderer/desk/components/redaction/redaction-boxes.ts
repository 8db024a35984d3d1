import type { Region } from '#shared/domain/evidence/anchor.ts';

export type Size = { readonly width: number; readonly height: number };
type Point = { readonly x: number; readonly y: number };

const smallest = 4;

/** The box between two points, in whole pixels inside the picture; null when it is too small to be meant. */
export function boxBetween(a: Point, b: Point, { width, height }: Size): Region | null {
  const x = Math.max(0, Math.floor(Math.min(a.x, b.x)));
  const y = Math.max(0, Math.floor(Math.min(a.y, b.y)));
  const w = Math.min(width, Math.ceil(Math.max(a.x, b.x))) - x;
  const h = Math.min(height, Math.ceil(Math.max(a.y, b.y))) - y;
  return w < smallest || h < smallest ? null : { x, y, w, h };
}

/** A box moved, or with `stretch` its far corner, and kept inside the picture. */
export function movedBox({ x, y, w, h }: Region, by: Point, stretch: boolean, { width, height }: Size): Region {
  if (stretch) return { x, y, w: Math.min(width - x, Math.max(smallest, w + by.x)), h: Math.min(height - y, Math.max(smallest, h + by.y)) };
  return { x: Math.min(width - w, Math.max(0, x + by.x)), y: Math.min(height - h, Math.max(0, y + by.y)), w, h };
}

/** Where somebody without a mouse begins: a quarter of the picture in its middle. */
export function startingBox({ width, height }: Size): Region {
  const [w, h] = [Math.max(1, Math.round(width / 4)), Math.max(1, Math.round(height / 4))];
  return { x: Math.floor((width - w) / 2), y: Math.floor((height - h) / 2), w, h };
}
