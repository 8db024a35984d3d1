import { mostOnBoard } from '#shared/domain/board/board.ts';
import { kindOf } from '#shared/domain/case/case-record.ts';
import { firstMissing } from '#shared/domain/case/find-object.ts';
import { edgesAt } from '#shared/domain/graph/case-graph.ts';
import { neighbourhood } from '#shared/domain/graph/neighbourhood.ts';
import { shortestPaths } from '#shared/domain/graph/shortest-paths.ts';
import { done } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';
import { boardEdge, boardGraph } from './board-graph.ts';
import { namedByRole } from './named-by-role.ts';

/** As many as a window draws and lays out while one waits; whoever wants more asks for them. */
const shownAtFirst = 1_000;
const pathsTold = 12;

export const listBoards: QueryUse<'boards/list'> = async (desk) => done(Object.values(desk.openCase.record().boards));

/** What a board shows: the objects asked for, or as much of the case as fits, the most connected first. */
export const showGraph: QueryUse<'boards/graph'> = async (desk, { ids, limit = shownAtFirst, outside = false }) => {
  const record = desk.openCase.record();
  const graph = desk.graph();
  const told = (numbers: readonly number[]) =>
    done(outside ? namedByRole(record, boardGraph(desk.openCase, graph, numbers)) : boardGraph(desk.openCase, graph, numbers));
  if (ids !== undefined) {
    const numbers = [...new Set(ids)].flatMap((id) => graph.numbers.get(id) ?? []);
    return told(numbers);
  }
  const all = graph.ids.map((_, node) => node).filter((node) => kindOf(record, graph.ids[node] ?? '') !== null);
  if (all.length <= limit) return told(all);
  const degree = new Map(all.map((node) => [node, edgesAt(graph, node).length]));
  const chosen = all.toSorted((a, b) => (degree.get(b) ?? 0) - (degree.get(a) ?? 0) || a - b).slice(0, limit);
  return told(chosen);
};

/** Ids within some steps of others, for unfolding a board. */
export const showAround: QueryUse<'boards/around'> = async (desk, { ids, hops, limit = mostOnBoard }) => {
  const missing = firstMissing(desk.openCase.record(), ids);
  if (missing) return missing;
  const graph = desk.graph();
  const starts = ids.flatMap((id) => graph.numbers.get(id) ?? []);
  return done({ ids: neighbourhood(graph, starts, hops, limit).map((node) => graph.ids[node] ?? '') });
};

/** How two objects hang together. */
export const findPaths: QueryUse<'boards/paths'> = async (desk, { fromId, toId, limit = pathsTold }) => {
  const record = desk.openCase.record();
  const missing = firstMissing(record, [fromId, toId]);
  if (missing) return missing;
  const graph = desk.graph();
  const [start, goal] = [graph.numbers.get(fromId), graph.numbers.get(toId)];
  if (start === undefined || goal === undefined) return done({ paths: [] });
  const paths = shortestPaths(graph, start, goal, limit);
  return done({
    paths: paths.map(({ nodes, edges }) => ({ ids: nodes.map((node) => graph.ids[node] ?? ''), edges: edges.map((edge) => boardEdge(record, graph, edge)) })),
  });
};
