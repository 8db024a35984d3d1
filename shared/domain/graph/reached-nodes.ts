/**
 * Nodes that a walk has reached, in order, and the same as a set. The graph keeps one from walk to walk: what is put up for each is slow to
 * come by, and has to be collected. One walk goes at a time.
 */
export type ReachedNodes = {
  /** The first `many` of it were reached. */
  inOrder: Int32Array;
  many: number;
  /** One more than each, as an open hash table, never more than half full; 0 where there is none. As small as the answer, so that it lies near however large the case is. */
  table: Int32Array;
};

export function roomForReached(): ReachedNodes {
  return { inOrder: new Int32Array(1 << 8), many: 0, table: new Int32Array(1 << 9) };
}

export function forgetReached(reached: ReachedNodes): void {
  reached.many = 0;
  reached.table.fill(0);
}

/** Notes a node, unless it was reached before. */
export function reach(reached: ReachedNodes, node: number): void {
  if (!enter(reached.table, node)) return;
  if (reached.many === reached.inOrder.length) makeRoom(reached, node);
  reached.inOrder[reached.many] = node;
  reached.many += 1;
}

/** Puts a node into the table; whether it was not there before. */
function enter(table: Int32Array, node: number): boolean {
  const mask = table.length - 1;
  let slot = (Math.imul(node, 0x9e3779b1) >>> 12) & mask;
  for (; table[slot] !== 0; slot = (slot + 1) & mask) if (table[slot] === node + 1) return false;
  table[slot] = node + 1;
  return true;
}

function makeRoom(reached: ReachedNodes, next: number): void {
  const longer = new Int32Array(reached.many * 2);
  longer.set(reached.inOrder);
  reached.inOrder = longer;
  reached.table = new Int32Array(reached.table.length * 2);
  for (const each of longer.subarray(0, reached.many)) enter(reached.table, each);
  enter(reached.table, next);
}
