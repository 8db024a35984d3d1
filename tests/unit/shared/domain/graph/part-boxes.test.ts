import fc from 'fast-check';
import { expect, it } from 'vitest';
import { partBoxes } from '#shared/domain/graph/part-boxes.ts';

const overlaps = (places: Float64Array, pinned: Uint8Array): number => {
  let count = 0;
  for (let a = 0; a < pinned.length; a += 1)
    for (let b = a + 1; b < pinned.length; b += 1) {
      const [dx, dy] = [Math.abs((places[a * 2] ?? 0) - (places[b * 2] ?? 0)), Math.abs((places[a * 2 + 1] ?? 0) - (places[b * 2 + 1] ?? 0))];
      if (dx < 189 && dy < 77 && (pinned[a] === 0 || pinned[b] === 0)) count += 1;
    }
  return count;
};

it('no words lie on others afterwards, wherever the objects were, even on one spot', () => {
  const spot = fc.integer({ min: -400, max: 400 });
  fc.assert(
    fc.property(fc.array(fc.tuple(spot, spot), { minLength: 1, maxLength: 60 }), (spots) => {
      const places = Float64Array.from(spots.flat());
      const pinned = new Uint8Array(spots.length);
      partBoxes(places, pinned);
      expect(overlaps(places, pinned)).toBe(0);
    }),
    { numRuns: 60 },
  );
});

it('what is pinned stays, and what lies on it goes away', () => {
  const places = Float64Array.from([0, 0, 10, 4, 500, 500]);
  partBoxes(places, Uint8Array.from([1, 0, 0]));
  expect([...places]).toEqual([0, 0, 190, 4, 500, 500]);
});

it('the same places give the same picture, and two that were apart stay where they were', () => {
  const places = Float64Array.from([0, 0, 190, 0, 0, 78]);
  partBoxes(places, new Uint8Array(3));
  expect([...places]).toEqual([0, 0, 190, 0, 0, 78]);
});
