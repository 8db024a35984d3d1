import { mostOnBoard } from '#shared/domain/board/board.ts';
import { type Collection, kindOf } from '#shared/domain/case/case-record.ts';
import { firstMissing } from '#shared/domain/case/find-object.ts';
import { type CaseGraph, edgesAt, isOnBoard } from '#shared/domain/graph/case-graph.ts';
import { idsAround, neighbourhood } from '#shared/domain/graph/neighbourhood.ts';
import { shortestPaths } from '#shared/domain/graph/shortest-paths.ts';
import { done } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';
import type { ReadingDesk } from '../ports/desk.ts';
import { boardEdge, boardGraph } from './board-graph.ts';
import { namedByRole } from './named-by-role.ts';

/** A case of more objects is not drawn as a whole unless somebody asks for so many: a board of it begins with those around one. */
const wholeAtMost = 400;
/** Objects of such a beginning, and steps that they are away. */
const [begunWith, hopsAtFirst] = [80, 2];
const pathsTold = 12;

export const listBoards: QueryUse<'boards/list'> = async (desk) => done(Object.values(desk.openCase.record().boards));

/** What a board shows: the objects asked for; the case; of a large one those around `aroundId`, or the most connected first, as many as `limit`. */
export const showGraph: QueryUse<'boards/graph'> = async (desk, { ids, aroundId, limit, outside = false }) => {
  const record = desk.openCase.record();
  const graph = desk.graph();
  const told = (numbers: readonly number[], middle: number | null = null) => {
    const shown = { ...boardGraph(desk.openCase, graph, numbers), aroundId: middle === null ? null : (graph.ids[middle] ?? null) };
    return done(outside ? namedByRole(record, shown) : shown);
  };
  if (ids !== undefined) return told([...new Set(ids)].flatMap((id) => graph.numbers.get(id) ?? []));
  if (limit === undefined && graph.ids.length > wholeAtMost) {
    const asked = graph.numbers.get(aroundId ?? '');
    const middle = asked !== undefined && edgesAt(graph, asked).length > 0 ? asked : theMostConnected(desk, graph);
    if (middle !== undefined) return told(neighbourhood(graph, [middle], hopsAtFirst, begunWith), middle);
  }
  return told(mostConnected(desk, graph, limit ?? wholeAtMost));
};

/** The object with the most edges, looked for once until something changes. */
function theMostConnected(desk: ReadingDesk, graph: CaseGraph): number | undefined {
  return desk.kept('the most connected', nodesAndEdges, () => mostConnected(desk, graph, 1)[0]);
}
const nodesAndEdges: readonly Collection[] = ['sources', 'evidence', 'claims', 'links', 'notes', 'entities'];

/** Nodes of the case, those with the most edges first if they are not all wanted. What an edge names and the case no longer holds is none. */
function mostConnected({ openCase }: ReadingDesk, graph: CaseGraph, limit: number): readonly number[] {
  const heads = openCase.heads();
  const nodes = graph.ids.map((_, node) => node);
  const inOrder = nodes.length <= limit ? nodes : mostEdgesFirst(graph, nodes);
  const found: number[] = [];
  for (const node of inOrder) {
    if (found.length >= limit) break;
    if (kindOf(heads, graph.ids[node] ?? '') !== null) found.push(node);
  }
  return found;
}

/** By their edges, those with equally many as they are; each is counted once, and none compared. */
function* mostEdgesFirst(graph: CaseGraph, nodes: readonly number[]): Iterable<number> {
  const byDegree: number[][] = [];
  for (const node of nodes) {
    const degree = edgesAt(graph, node).length;
    const alike = byDegree[degree];
    if (alike) alike.push(node);
    else byDegree[degree] = [node];
  }
  for (let degree = byDegree.length - 1; degree >= 0; degree -= 1) yield* byDegree[degree] ?? [];
}

/** Ids within some steps of others, for unfolding a board. */
export const showAround: QueryUse<'boards/around'> = async (desk, { ids, hops, limit = mostOnBoard }) => {
  const graph = desk.graph();
  const missing = firstNotThere(desk, graph, ids);
  if (missing) return missing;
  const starts = ids.flatMap((id) => graph.numbers.get(id) ?? []);
  return done({ ids: idsAround(graph, starts, hops, limit) });
};

/** As {@link firstMissing}. The graph knows most that is asked for; only what it does not know is looked for in the case, one collection after the other. */
function firstNotThere({ openCase }: ReadingDesk, graph: CaseGraph, ids: readonly string[]): ReturnType<typeof firstMissing> {
  const unknown = ids.filter((id) => !isOnBoard(graph, id));
  return unknown.length === 0 ? null : firstMissing(openCase.record(), unknown);
}

/** How two objects hang together. */
export const findPaths: QueryUse<'boards/paths'> = async (desk, { fromId, toId, limit = pathsTold }) => {
  const record = desk.openCase.record();
  const graph = desk.graph();
  const missing = firstNotThere(desk, graph, [fromId, toId]);
  if (missing) return missing;
  const [start, goal] = [graph.numbers.get(fromId), graph.numbers.get(toId)];
  if (start === undefined || goal === undefined) return done({ paths: [] });
  const paths = shortestPaths(graph, start, goal, limit);
  // Paths share most of their edges, and why a link was drawn is read from the disk.
  const told = new Map([...new Set(paths.flatMap(({ edges }) => edges))].map((edge) => [edge, boardEdge(record, graph, edge)]));
  return done({
    paths: paths.map(({ nodes, edges }) => ({ ids: nodes.map((node) => graph.ids[node] ?? ''), edges: edges.flatMap((edge) => told.get(edge) ?? []) })),
  });
};
