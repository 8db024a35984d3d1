import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import { graphOf } from '../graph/graph-of.ts';

/** Claims beside the exhibits they rest on, as a canvas (jsoncanvas.org 1.0): columns by kind, one card for each note of the vault. */
export function canvas(dossier: RedactedDossier, pageOf: (label: string) => string | null): string {
  const { nodes, edges } = graphOf(dossier);
  const columns = ['person', 'claim', 'exhibit', 'source'];
  const heights = new Map<number, number>();
  const cards = nodes.flatMap(({ id, kind }) => {
    const file = pageOf(id);
    if (file === null) return [];
    const column = Math.max(0, columns.indexOf(kind));
    const y = heights.get(column) ?? 0;
    heights.set(column, y + 260);
    return [{ id, type: 'file', file, x: column * 560, y, width: 440, height: 220 }];
  });
  const there = new Set(cards.map(({ id }) => id));
  const ties = edges.flatMap(({ id, from, to, relation }) =>
    there.has(from) && there.has(to) ? [{ id, fromNode: from, fromSide: 'right', toNode: to, toSide: 'left', label: relation }] : [],
  );
  return `${JSON.stringify({ nodes: cards, edges: ties }, null, 2)}\n`;
}
