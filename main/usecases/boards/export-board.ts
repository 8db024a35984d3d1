import type { BoardEdge, BoardFormat, BoardNode } from '#shared/contract/boards.ts';
import { applyFilter } from '#shared/domain/board/apply-filter.ts';
import { type BoardFilter, type BoardPlace, noFilter } from '#shared/domain/board/board.ts';
import { drawBoard } from '#shared/domain/board/draw-board.ts';
import { layOut } from '#shared/domain/board/lay-out.ts';
import { metaOf } from '#shared/domain/case/case-record.ts';
import { keptAt } from '#shared/domain/case/keep-thing.ts';
import { recordCaseAct } from '#shared/domain/custody/record-case-act.ts';
import { writeGraphml } from '#shared/domain/graph/graphml.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { boardWords } from '#shared/wording/english/views/board-words.ts';
import type { CommandUse } from '../handler.ts';
import type { Desk } from '../ports/desk.ts';
import { cleaner } from './named-by-role.ts';
import { showGraph } from './show-graph.ts';

/** Objects of a case that is exported as a whole, the most connected first. */
const wholeCaseAtMost = 1_000;
type Told = { readonly nodes: readonly BoardNode[]; readonly edges: readonly BoardEdge[]; readonly places: readonly BoardPlace[] };
type Wishes = { readonly ids: readonly ObjectId[] | null; readonly places: readonly BoardPlace[]; readonly filter: BoardFilter };

/** Writes a board outside the case, people at risk by their role, and says so in the custody log. */
export const exportBoard: CommandUse<'boards/export'> = async (desk, input) => {
  if (input.to.from === 'ticket') return refused({ kind: 'invalid-input', where: 'to', reason: 'a file chosen in the dialog' });
  // An export that cannot be written to the custody log must not happen.
  if (desk.openCase.readOnly) return refused({ kind: 'read-only' });
  if ((input.format === 'png') !== (input.png !== undefined))
    return refused({ kind: 'invalid-input', where: 'format', reason: 'svg or graphml; pixels come from the window' });
  const board = input.boardId === undefined ? null : keptAt(desk.openCase.record(), 'boards', input.boardId);
  if (input.boardId !== undefined && board === null) return refused({ kind: 'not-found', what: 'board', id: input.boardId });
  const told = await toldBy(desk, {
    ids: input.ids ?? board?.ids ?? null,
    places: input.places ?? board?.places ?? [],
    filter: input.filter ?? board?.filter ?? noFilter,
  });
  if (!told.ok) return told;
  const record = desk.openCase.record();
  const title = cleaner(record)(board?.title ?? metaOf(record).title);
  const bytes = input.png ?? new TextEncoder().encode(written(input.format, title, told.value));
  const file = await desk.files.export.writeFile(input.to.path, pieces(bytes));
  if (!file.ok) return file;
  const noted = await desk.openCase.commit(() => recordCaseAct('exported', `a board as ${input.format}`), { undoable: false });
  if (!noted.ok) return noted;
  return done({ ...file.value, objects: told.value.nodes.length, edges: told.value.edges.length });
};

/** What the board shows, with no name that may not leave the team. */
async function toldBy(desk: Desk, { ids, places, filter }: Wishes): Promise<Reply<Told>> {
  const graph = await showGraph(desk, { outside: true, ...(ids ? { ids: [...ids] } : { limit: wholeCaseAtMost }) });
  return graph.ok ? done({ ...applyFilter(graph.value, filter), places }) : graph;
}

function written(format: BoardFormat, title: string, { nodes, edges, places }: Told): string {
  if (format === 'graphml') {
    return writeGraphml(
      nodes.map(({ id, label, kind, detail, grade, finding }) => ({ id, values: { label, kind, detail, grade, finding } })),
      edges.map(({ id, from, to, relation, grade, by, rationale }) => ({ id, from, to, values: { relation, grade, by, rationale } })),
    );
  }
  const placed = layOut(
    nodes.map((node) => node.id),
    edges,
    places,
  );
  return drawBoard(
    title,
    nodes.map(({ id, kind, label, detail }) => ({ id, kind, label, remark: [boardWords.kinds[kind], detail].filter((part) => part !== '').join(' · ') })),
    edges.map((edge) => ({
      ...edge,
      label: [boardWords.relations[edge.relation], ...(edge.grade ? [edge.grade] : [])].join(' · '),
      drawn: edge.linkId !== null,
    })),
    placed,
  );
}

async function* pieces(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
