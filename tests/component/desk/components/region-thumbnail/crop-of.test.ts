import { describe, expect, it } from 'vitest';
import { cropOf } from '#renderer/desk/components/region-thumbnail/crop-of.ts';

describe('a region cut out on the screen', () => {
  it('fills the box along its longer side and keeps its shape', () => {
    const crop = cropOf({ x: 100, y: 50, w: 200, h: 50 }, { width: 1000, height: 800 }, { width: 300, height: 150 });
    expect(crop).toEqual({ width: 300, height: 75, picture: { width: 1500, left: -150, top: -75 } });
  });

  it('never vanishes, however thin the region', () => {
    const crop = cropOf({ x: 0, y: 0, w: 4000, h: 1 }, { width: 4000, height: 3000 }, { width: 260, height: 140 });
    expect(crop.height).toBe(1);
  });
});
