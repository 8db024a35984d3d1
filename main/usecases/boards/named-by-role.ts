import type { BoardGraph } from '#shared/contract/boards.ts';
import type { CaseRecord } from '#shared/domain/case/case-record.ts';
import { hiddenNames } from '#shared/domain/entity/role-names.ts';
import { scrubber } from '#shared/dossier/scrub-text.ts';

/** The graph with no name that may not leave the team: of people at risk the role, in labels of their own and inside those of others. */
export function namedByRole(record: CaseRecord, graph: BoardGraph): BoardGraph {
  const clean = cleaner(record);
  return {
    nodes: graph.nodes.map((node) => ({ ...node, label: node.role ?? clean(node.label), detail: clean(node.detail) })),
    edges: graph.edges.map((edge) => ({ ...edge, rationale: edge.rationale === null ? null : clean(edge.rationale) })),
    total: graph.total,
    aroundId: graph.aroundId,
  };
}

/** Takes the names of people who go by a role out of a text. */
export function cleaner(record: CaseRecord): (text: string) => string {
  return scrubber(
    hiddenNames(record)
      .map(({ name, role }) => ({ words: name, by: role }))
      .sort((a, b) => b.words.length - a.words.length),
  );
}
