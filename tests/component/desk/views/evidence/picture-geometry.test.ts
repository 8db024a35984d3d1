import { check, constantFrom, double, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fitted,
  inside,
  nudged,
  type Placement,
  spanned,
  startingRegion,
  toPicture,
  toViewport,
  zoomed,
} from '#renderer/desk/views/evidence/picture-geometry.ts';

const picture = { width: 1200, height: 800 };
const viewport = { width: 640, height: 480 };
const placements = record({
  scale: double({ min: 0.05, max: 8, noNaN: true }),
  turns: constantFrom<Placement['turns']>(0, 1, 2, 3),
  x: integer({ min: -2000, max: 2000 }),
  y: integer({ min: -2000, max: 2000 }),
});

describe('a picture in its viewport', () => {
  it('maps every point to the screen and back, whatever the zoom and the turn', () => {
    const result = check(
      property(placements, integer({ min: 0, max: 1200 }), integer({ min: 0, max: 800 }), (placement, x, y) => {
        const back = toPicture(toViewport({ x, y }, placement), placement);
        expect(back.x).toBeCloseTo(x, 4);
        expect(back.y).toBeCloseTo(y, 4);
      }),
    );
    expect(result.failed).toBe(false);
  });

  it('shows the whole picture when it is fitted, also after a quarter turn', () => {
    for (const turns of [0, 1, 2, 3] as const) {
      const placement = fitted(picture, viewport, turns);
      for (const corner of [
        { x: 0, y: 0 },
        { x: 1200, y: 800 },
      ]) {
        const at = toViewport(corner, placement);
        expect(at.x).toBeGreaterThanOrEqual(0);
        expect(at.x).toBeLessThanOrEqual(viewport.width);
        expect(at.y).toBeGreaterThanOrEqual(0);
        expect(at.y).toBeLessThanOrEqual(viewport.height);
      }
    }
  });

  it('does not blow a small picture up when it is fitted', () => {
    expect(fitted({ width: 40, height: 30 }, viewport, 0).scale).toBe(1);
  });

  it('keeps the pixel under the pointer in place while zooming', () => {
    const placement = fitted(picture, viewport, 1);
    const around = { x: 200, y: 111 };
    const under = toPicture(around, placement);
    const after = toViewport(under, zoomed(placement, 2.5, around));
    expect(after.x).toBeCloseTo(around.x, 6);
    expect(after.y).toBeCloseTo(around.y, 6);
  });
});

describe('a region of a picture', () => {
  it('is drawn from any corner and kept inside the picture in whole pixels', () => {
    expect(spanned({ x: 100.7, y: 60.2 }, { x: -20, y: 20.9 }, picture)).toEqual({ x: 0, y: 20, w: 101, h: 41 });
  });

  it('is not made by a click', () => {
    expect(spanned({ x: 10, y: 10 }, { x: 11, y: 10 }, picture)).toBeNull();
  });

  it('stops at the edges when it is pushed past them', () => {
    expect(inside({ x: 1190, y: -5, w: 50, h: 900 }, picture)).toEqual({ x: 1150, y: 0, w: 50, h: 800 });
  });

  it('moves the way the arrow points on a turned picture', () => {
    const region = { x: 100, y: 100, w: 50, h: 40 };
    const right = { x: 10, y: 0 };
    expect(nudged(region, right, false, 0, picture)).toEqual({ ...region, x: 110 });
    expect(nudged(region, right, false, 1, picture)).toEqual({ ...region, y: 90 });
    expect(nudged(region, right, false, 2, picture)).toEqual({ ...region, x: 90 });
    expect(nudged(region, right, true, 0, picture)).toEqual({ ...region, w: 60 });
  });

  it('starts for the keyboard in the middle of what is seen', () => {
    const region = startingRegion(fitted(picture, viewport, 0), viewport, picture);
    expect(region.x).toBeGreaterThan(300);
    expect(region.x + region.w).toBeLessThan(900);
  });
});
