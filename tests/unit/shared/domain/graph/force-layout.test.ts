import { describe, expect, it } from 'vitest';
import { layOut } from '#shared/domain/board/lay-out.ts';

const ids = (count: number) => Array.from({ length: count }, (_, at) => `n${at}`);
const apart = (a: { x: number; y: number } | undefined, b: { x: number; y: number } | undefined) =>
  Math.hypot((a?.x ?? 0) - (b?.x ?? 0), (a?.y ?? 0) - (b?.y ?? 0));
/** Two stars whose middles are joined. */
const twoStars = Array.from({ length: 18 }, (_, at) => ({ from: at % 2 === 0 ? 'n0' : 'n1', to: `n${at + 2}` })).concat([{ from: 'n0', to: 'n1' }]);

describe('the layout of a board', () => {
  it('is the same for the same graph', () => {
    expect(layOut(ids(20), twoStars, [])).toEqual(layOut(ids(20), twoStars, []));
  });

  it('puts what is joined nearer together than what is not, and nothing on top of another', () => {
    const places = layOut(ids(20), twoStars, []);
    const own = twoStars.slice(0, 18).map(({ from, to }) => apart(places.get(from), places.get(to)));
    const other = twoStars.slice(0, 18).map(({ from, to }) => apart(places.get(from === 'n0' ? 'n1' : 'n0'), places.get(to)));
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(own)).toBeLessThan(mean(other));
    const all = [...places.values()];
    for (const [at, place] of all.entries()) for (const later of all.slice(at + 1)) expect(apart(place, later)).toBeGreaterThan(30);
  });

  it('leaves what has a place where it is, and gives every other a place', () => {
    const places = layOut(ids(20), twoStars, [{ id: 'n0' as never, x: 500, y: -300, pinned: false }]);
    expect(places.get('n0')).toEqual({ x: 500, y: -300 });
    for (const place of places.values()) expect(Number.isFinite(place.x + place.y)).toBe(true);
  });

  it('bears objects on one spot and objects that nothing joins', () => {
    const spot = ids(6).map((id) => ({ id: id as never, x: 1, y: 1, pinned: false }));
    const places = layOut(ids(9), [], spot.slice(0, 5));
    expect(new Set([...places.values()].slice(5).map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`)).size).toBe(4);
  });
});
