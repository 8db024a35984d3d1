import type { Spot } from './use-layout.ts';

const directions: { readonly [key: string]: Spot } = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** The object that an arrow key leads to: the nearest one roughly in that direction, the straighter the better. Null when there is none, or for other keys. */
export function towards(key: string, from: string | null, spots: ReadonlyMap<string, Spot>): string | null {
  const direction = directions[key];
  if (!direction) return null;
  const start = from === null ? undefined : spots.get(from);
  if (!start) return spots.keys().next().value ?? null;
  let best: string | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const [id, spot] of spots) {
    if (id === from) continue;
    const [dx, dy] = [spot.x - start.x, spot.y - start.y];
    const along = dx * direction.x + dy * direction.y;
    const aside = Math.abs(dx * direction.y) + Math.abs(dy * direction.x);
    if (along <= 0 || aside > along * 2) continue;
    const cost = along + aside * 2;
    if (cost < bestCost) {
      bestCost = cost;
      best = id;
    }
  }
  return best;
}
