import { quadTree } from './quad-tree.ts';

/** What is laid out: nodes by number, edges as pairs of them. `places` holds x and y of each node, and is written in place. */
export type LayoutInput = {
  readonly nodes: number;
  readonly edges: Int32Array;
  readonly places: Float64Array;
  /** 1 for a node that stays where it is. */
  readonly pinned: Uint8Array;
};

/** One step of the layout; answers how far the nodes moved on average. */
export type Layout = { readonly step: () => number };

const idealLength = 85;
const repulsion = 2_600;
/** Weaker along a line than across it: a window is wider than it is high. */
const gravity = { x: 0.018, y: 0.04 };
/** How far a group of nodes must be, against its width, to push as one (Barnes and Hut 1986). */
const theta = 1.1;

/**
 * Springs along edges, mutual repulsion by a quadtree, and a weak pull to the middle; it cools as it goes. The same input gives the
 * same picture: nothing here is random. Nodes that have no place yet are set on a spiral by their number.
 */
export function forceLayout({ nodes, edges, places, pinned }: LayoutInput): Layout {
  const degree = new Float64Array(nodes);
  for (const end of edges) degree[end] = (degree[end] ?? 0) + 1;
  const speed = new Float64Array(nodes * 2);
  const force = new Float64Array(nodes * 2);
  const tree = quadTree(nodes);
  let heat = 1;

  const pull = (): void => {
    for (let at = 0; at < edges.length; at += 2) {
      const a = edges[at] as number;
      const b = edges[at + 1] as number;
      const dx = (places[b * 2] as number) - (places[a * 2] as number);
      const dy = (places[b * 2 + 1] as number) - (places[a * 2 + 1] as number);
      const length = Math.sqrt(dx * dx + dy * dy) || 0.01;
      // A hub's many springs must not tear it through the picture, so each counts less the more there are.
      const strength = (((length - idealLength) / length) * 0.4) / Math.max(1, Math.min(degree[a] as number, degree[b] as number));
      force[a * 2] = (force[a * 2] as number) + dx * strength;
      force[a * 2 + 1] = (force[a * 2 + 1] as number) + dy * strength;
      force[b * 2] = (force[b * 2] as number) - dx * strength;
      force[b * 2 + 1] = (force[b * 2 + 1] as number) - dy * strength;
    }
  };

  return {
    step: () => {
      force.fill(0);
      tree.build(places);
      tree.push(places, force, repulsion, theta);
      pull();
      let moved = 0;
      const longest = 60 * heat + 2;
      for (let node = 0; node < nodes; node += 1) {
        if (pinned[node] === 1) continue;
        const x = node * 2;
        const y = x + 1;
        speed[x] = ((speed[x] as number) * 0.6 + (force[x] as number) - (places[x] as number) * gravity.x) * 0.8;
        speed[y] = ((speed[y] as number) * 0.6 + (force[y] as number) - (places[y] as number) * gravity.y) * 0.8;
        const length = Math.sqrt((speed[x] as number) ** 2 + (speed[y] as number) ** 2);
        const share = length > longest ? longest / length : 1;
        places[x] = (places[x] as number) + (speed[x] as number) * share;
        places[y] = (places[y] as number) + (speed[y] as number) * share;
        moved += length * share;
      }
      heat *= 0.985;
      return moved / Math.max(1, nodes);
    },
  };
}

/** A place for each node that has none (NaN). */
export function spreadOut(places: Float64Array): void {
  for (let node = 0; node * 2 < places.length; node += 1) {
    if (!Number.isNaN(places[node * 2])) continue;
    const { x, y } = firstSpot(node);
    places[node * 2] = x;
    places[node * 2 + 1] = y;
  }
}

/** Where a node that has no place yet begins: on a sunflower spiral, by its number. */
export function firstSpot(node: number): { readonly x: number; readonly y: number } {
  const radius = idealLength * 0.6 * Math.sqrt(node + 0.5);
  const angle = node * Math.PI * (3 - Math.sqrt(5));
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
}
