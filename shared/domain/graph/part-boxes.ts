/** What an object takes on a board with its words, in px of the board: no two are to lie on each other. */
type Room = { readonly width: number; readonly height: number };
const leastRoom: Room = { width: 190, height: 78 };
/** Of so many the whole is still seen with letters of their own size; of more, letters grow against it as one steps back, up to this. */
const [few, mostGrowth] = [25, 1.2];
/** To move along a line costs so much less than across it: a window is wider than it is high, and so are the words. */
const lineShare = 3;
const [mostPasses, mostVisits] = [400, 1_500_000];

/**
 * Moves points apart, in place, until the boxes around them do not overlap; each moves as little as it can, and those that are pinned not at all.
 * The same input gives the same picture. A picture of many thousands is ended early: its words are not read from afar anyway.
 */
export function partBoxes(places: Float64Array, pinned: Uint8Array): void {
  const nodes = pinned.length;
  const growth = Math.min(mostGrowth, Math.max(1, Math.sqrt(nodes / few)));
  const room = { width: leastRoom.width * growth, height: leastRoom.height * growth };
  const passes = Math.min(mostPasses, Math.ceil(mostVisits / Math.max(1, nodes)));
  for (let pass = 0; pass < passes; pass += 1) if (!partOnce(places, pinned, room)) return;
}

function partOnce(places: Float64Array, pinned: Uint8Array, room: Room): boolean {
  const cells = intoCells(places, room);
  let moved = false;
  for (let a = 0; a < pinned.length; a += 1) {
    const column = Math.floor((places[a * 2] as number) / room.width);
    const row = Math.floor((places[a * 2 + 1] as number) / room.height);
    for (let x = column - 1; x <= column + 1; x += 1)
      for (let y = row - 1; y <= row + 1; y += 1) for (const b of cells.get(cellKey(x, y)) ?? []) if (b > a && part(places, pinned, room, a, b)) moved = true;
  }
  return moved;
}

/** Both move half of what is missing, along the side on which that costs less of a window; all of it where the other is pinned. */
function part(places: Float64Array, pinned: Uint8Array, room: Room, a: number, b: number): boolean {
  const [dx, dy] = [(places[b * 2] as number) - (places[a * 2] as number), (places[b * 2 + 1] as number) - (places[a * 2 + 1] as number)];
  const [missingX, missingY] = [room.width - Math.abs(dx), room.height - Math.abs(dy)];
  const free = 2 - (pinned[a] as number) - (pinned[b] as number);
  if (missingX < 0.5 || missingY < 0.5 || free === 0) return false;
  const axis = missingX < missingY * lineShare ? 0 : 1;
  const missing = axis === 0 ? missingX : missingY;
  const towards = (axis === 0 ? dx : dy) < 0 ? -1 : 1;
  const step = (towards * missing) / free;
  if (pinned[a] === 0) places[a * 2 + axis] = (places[a * 2 + axis] as number) - step;
  if (pinned[b] === 0) places[b * 2 + axis] = (places[b * 2 + axis] as number) + step;
  return true;
}

function intoCells(places: Float64Array, room: Room): ReadonlyMap<number, readonly number[]> {
  const cells = new Map<number, number[]>();
  for (let node = 0; node * 2 < places.length; node += 1) {
    const key = cellKey(Math.floor((places[node * 2] as number) / room.width), Math.floor((places[node * 2 + 1] as number) / room.height));
    const cell = cells.get(key);
    if (cell) cell.push(node);
    else cells.set(key, [node]);
  }
  return cells;
}

function cellKey(column: number, row: number): number {
  return column * 1_000_003 + row;
}
