import type { BoardEdge, BoardGraph, BoardNode } from '#shared/contract/boards.ts';
import type { CaseHeads } from '#shared/domain/case/case-heads.ts';
import { type CaseRecord, kindOf } from '#shared/domain/case/case-record.ts';
import { objectAt } from '#shared/domain/case/find-object.ts';
import { labelOf } from '#shared/domain/case/label-of.ts';
import { countOf } from '#shared/domain/case/objects-of.ts';
import { type CaseGraph, edgesAt } from '#shared/domain/graph/case-graph.ts';
import { edgesAmong } from '#shared/domain/graph/neighbourhood.ts';
import { type BoardKind, boardKinds, relations } from '#shared/domain/graph/relation.ts';
import type { ReadableCase } from '../ports/open-case.ts';

/** These nodes with what a board shows of them, and every edge among them. */
export function boardGraph(openCase: Pick<ReadableCase, 'record' | 'heads'>, graph: CaseGraph, numbers: readonly number[]): BoardGraph {
  const [record, heads] = [openCase.record(), openCase.heads()];
  const nodes = numbers.flatMap((node) => boardNode(heads, graph, node) ?? []);
  const shown = numbers.filter((node) => kindOnBoard(heads, graph.ids[node] ?? '') !== null);
  return { nodes, edges: edgesAmong(graph, shown).map((edge) => boardEdge(record, graph, edge)), total: objectsIn(heads), aroundId: null };
}

function objectsIn({ sources, evidence, claims, notes, entities }: CaseHeads): number {
  return [sources, evidence, claims, notes, entities].reduce((sum, collection) => sum + countOf(collection), 0);
}

function kindOnBoard(record: CaseHeads, id: string): BoardKind | null {
  const kind = kindOf(record, id);
  return boardKinds.find((each) => each === kind) ?? null;
}

function boardNode(record: CaseHeads, graph: CaseGraph, node: number): BoardNode | null {
  const id = graph.ids[node] ?? '';
  const kind = kindOnBoard(record, id);
  const label = labelOf(record, id);
  if (kind === null || label === null) return null;
  const claim = objectAt(record, 'claim', id);
  const source = objectAt(record, 'source', id);
  const role = objectAt(record, 'entity', id)?.roleOnly ?? null;
  const dates = [claim?.eventAt, claim?.saidAt, source?.publishedAt];
  return {
    id,
    kind,
    label: label.label,
    detail: label.detail,
    role,
    grade: claim?.credibility ?? source?.reliability ?? null,
    finding: claim?.finding ?? null,
    atRisk: role !== null || (objectAt(record, 'evidence', id)?.atRisk.length ?? 0) > 0,
    moments: dates.filter((date) => date !== null && date !== undefined),
    degree: edgesAt(graph, node).length,
  };
}

export function boardEdge(record: CaseRecord, graph: CaseGraph, edge: number): BoardEdge {
  const from = graph.ids[graph.from[edge] ?? 0] ?? '';
  const to = graph.ids[graph.to[edge] ?? 0] ?? '';
  const relation = relations[graph.relation[edge] ?? 0] ?? 'mentions';
  const linkId = graph.linkIds[edge] ?? null;
  const link = linkId === null ? null : objectAt(record, 'link', linkId);
  return {
    id: linkId ?? `${relation}:${from}:${to}`,
    linkId,
    from,
    to,
    relation,
    grade: link?.grade ?? null,
    by: link?.by ?? null,
    rationale: link?.rationale ?? null,
  };
}
