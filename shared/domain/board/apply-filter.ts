import { type EdtfDate, isEdtf } from '../moment/edtf-date.ts';
import { canFallWithin, momentBounds } from '../moment/moment-bounds.ts';
import type { BoardFilter } from './board.ts';

type Node = {
  readonly id: string;
  readonly kind: BoardFilter['hiddenKinds'][number];
  readonly grade: string | null;
  readonly finding: string | null;
  readonly moments: readonly string[];
};
type Edge = { readonly from: string; readonly to: string; readonly relation: BoardFilter['hiddenRelations'][number]; readonly grade: string | null };

/**
 * What stays in sight. Grade and finding are asked of what bears one: claims and sources for the first, claims for the second; drawn links of
 * another grade go. Time is asked of what is dated. An edge goes with either of its ends.
 */
export function applyFilter<N extends Node, E extends Edge>(
  graph: { readonly nodes: readonly N[]; readonly edges: readonly E[] },
  filter: BoardFilter,
): { readonly nodes: readonly N[]; readonly edges: readonly E[] } {
  const from = filter.from === null ? null : momentBounds(filter.from).earliest;
  const to = filter.to === null ? null : momentBounds(filter.to).latest;
  const inTime = (moments: readonly string[]): boolean => {
    // The first date that is read puts the grammar together, which takes longer than all else here.
    if (from === null && to === null) return true;
    const dated = moments.filter((moment): moment is EdtfDate => isEdtf(moment));
    return dated.length === 0 || dated.some((moment) => canFallWithin(momentBounds(moment), from, to));
  };
  const nodes = graph.nodes.filter(
    (node) =>
      !filter.hiddenKinds.includes(node.kind) &&
      (filter.grade === null || node.kind !== 'claim' || node.grade === filter.grade) &&
      (filter.finding === null || node.kind !== 'claim' || node.finding === filter.finding) &&
      inTime(node.moments),
  );
  const shown = new Set(nodes.map((node) => node.id));
  const edges = graph.edges.filter(
    (edge) =>
      shown.has(edge.from) &&
      shown.has(edge.to) &&
      !filter.hiddenRelations.includes(edge.relation) &&
      (filter.grade === null || edge.grade === null || edge.grade === filter.grade),
  );
  return { nodes, edges };
}

/** Whether a filter hides anything at all. */
export function hidesSomething(filter: BoardFilter): boolean {
  const { hiddenKinds, hiddenRelations, grade, finding, from, to } = filter;
  return hiddenKinds.length + hiddenRelations.length > 0 || [grade, finding, from, to].some((part) => part !== null);
}
