/** Groups of points in squares within squares, kept in flat arrays that are used again at each step. */
export type QuadTree = {
  readonly build: (places: Float64Array) => void;
  /** Adds to `force` what all points push each point away, by 1/distance; groups wider than `theta` of their distance are looked into. */
  readonly push: (places: Float64Array, force: Float64Array, strength: number, theta: number) => void;
};

const deepest = 40;

export function quadTree(points: number): QuadTree {
  let room = Math.max(64, points * 3);
  let child = new Int32Array(room * 4);
  let mass = new Float64Array(room);
  let middleX = new Float64Array(room);
  let middleY = new Float64Array(room);
  let width = new Float64Array(room);
  let used = 0;

  const grow = (): void => {
    room *= 2;
    const wider = (before: Float64Array): Float64Array<ArrayBuffer> => {
      const after = new Float64Array(room);
      after.set(before);
      return after;
    };
    const moreChildren = new Int32Array(room * 4);
    moreChildren.set(child);
    child = moreChildren;
    mass = wider(mass);
    middleX = wider(middleX);
    middleY = wider(middleY);
    width = wider(width);
  };
  const open = (size: number): number => {
    if (used >= room) grow();
    const cell = used;
    used += 1;
    // A child is 0 for none, cell + 1 for a square, -(point + 1) for a single point.
    child.fill(0, cell * 4, cell * 4 + 4);
    mass[cell] = 0;
    middleX[cell] = 0;
    middleY[cell] = 0;
    width[cell] = size;
    return cell;
  };

  const insert = (places: Float64Array, point: number, left: number, top: number, size: number): void => {
    const x = places[point * 2] as number;
    const y = places[point * 2 + 1] as number;
    let cell = 0;
    let [cellLeft, cellTop, cellSize] = [left, top, size];
    for (let depth = 0; ; depth += 1) {
      mass[cell] = (mass[cell] as number) + 1;
      middleX[cell] = (middleX[cell] as number) + x;
      middleY[cell] = (middleY[cell] as number) + y;
      if (depth >= deepest) return;
      cellSize /= 2;
      const right = x >= cellLeft + cellSize ? 1 : 0;
      const below = y >= cellTop + cellSize ? 1 : 0;
      cellLeft += right * cellSize;
      cellTop += below * cellSize;
      const slot = cell * 4 + below * 2 + right;
      const held = child[slot] as number;
      if (held === 0) {
        child[slot] = -(point + 1);
        return;
      }
      if (held > 0) {
        cell = held - 1;
        continue;
      }
      // Two points in one square: it is cut, the one that was there goes one square deeper, and so does this one.
      const other = -held - 1;
      const inner = open(cellSize);
      child[slot] = inner + 1;
      const otherX = places[other * 2] as number;
      const otherY = places[other * 2 + 1] as number;
      mass[inner] = 1;
      middleX[inner] = otherX;
      middleY[inner] = otherY;
      if (depth + 1 < deepest) {
        const half = cellSize / 2;
        child[inner * 4 + (otherY >= cellTop + half ? 2 : 0) + (otherX >= cellLeft + half ? 1 : 0)] = -(other + 1);
      }
      cell = inner;
    }
  };

  return {
    build: (places) => {
      used = 0;
      let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
      for (let at = 0; at < points * 2; at += 2) {
        const x = places[at] as number;
        const y = places[at + 1] as number;
        if (x < left) left = x;
        if (x > right) right = x;
        if (y < top) top = y;
        if (y > bottom) bottom = y;
      }
      const size = Math.max(right - left, bottom - top, 1) * 1.000_1;
      open(size);
      for (let point = 0; point < points; point += 1) insert(places, point, left, top, size);
      for (let cell = 0; cell < used; cell += 1) {
        middleX[cell] = (middleX[cell] as number) / (mass[cell] || 1);
        middleY[cell] = (middleY[cell] as number) / (mass[cell] || 1);
      }
    },
    push: (places, force, strength, theta) => {
      const stack = new Int32Array(4 * (deepest + 4));
      const thetaSquared = theta * theta;
      for (let point = 0; point < points; point += 1) {
        const x = places[point * 2] as number;
        const y = places[point * 2 + 1] as number;
        let [pushX, pushY] = [0, 0];
        let depth = 1;
        stack[0] = 1;
        while (depth > 0) {
          depth -= 1;
          const held = stack[depth] as number;
          let [otherX, otherY, weight] = [0, 0, 1];
          if (held < 0) {
            const other = -held - 1;
            if (other === point) continue;
            otherX = places[other * 2] as number;
            otherY = places[other * 2 + 1] as number;
          } else {
            const cell = held - 1;
            otherX = middleX[cell] as number;
            otherY = middleY[cell] as number;
            weight = mass[cell] as number;
          }
          let dx = x - otherX;
          let dy = y - otherY;
          let squared = dx * dx + dy * dy;
          if (held > 0) {
            const cell = held - 1;
            const size = width[cell] as number;
            if (size * size > thetaSquared * squared) {
              for (let slot = cell * 4; slot < cell * 4 + 4; slot += 1) {
                const inside = child[slot] as number;
                if (inside !== 0) {
                  stack[depth] = inside;
                  depth += 1;
                }
              }
              continue;
            }
          }
          if (squared < 1) {
            // Points on one spot leave it in directions of their own.
            dx = ((point * 7) % 13) - 6 || 1;
            dy = ((point * 11) % 17) - 8 || 1;
            squared = dx * dx + dy * dy;
          }
          const share = (strength * weight) / (squared * 10);
          pushX += dx * share;
          pushY += dy * share;
        }
        force[point * 2] = (force[point * 2] as number) + pushX;
        force[point * 2 + 1] = (force[point * 2 + 1] as number) + pushY;
      }
    },
  };
}
