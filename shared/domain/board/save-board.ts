import type { ObjectId } from '#shared/kernel/ids.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import type { CaseRecord } from '../case/case-record.ts';
import type { Change } from '../case/change.ts';
import { actingAnalyst, type EditFacts } from '../case/edit-facts.ts';
import type { Board } from './board.ts';

export type BoardInput = Pick<Board, 'title' | 'ids' | 'places' | 'filter'> & { readonly id?: ObjectId | undefined };

/** Keeps a board, or the one with the given id as it is now. */
export function saveBoard(record: CaseRecord, input: BoardInput, facts: EditFacts): Reply<Change> {
  const before = input.id === undefined ? null : boardAt(record, input.id);
  if (input.id !== undefined && before === null) return refused({ kind: 'not-found', what: 'board', id: input.id });
  const value: Board = {
    id: before?.id ?? facts.newId(),
    title: input.title,
    ids: input.ids,
    places: input.places,
    filter: input.filter,
    madeAt: before?.madeAt ?? facts.at,
    changedAt: facts.at,
    by: actingAnalyst(record),
  };
  return done({ label: 'save-board', ops: [{ put: 'boards', id: value.id, value }], custody: [] });
}

/** Removes a board; what stood on it stays in the case. */
export function removeBoard(record: CaseRecord, id: string): Reply<Change> {
  if (boardAt(record, id) === null) return refused({ kind: 'not-found', what: 'board', id });
  return done({ label: 'remove-board', ops: [{ del: 'boards', id }], custody: [] });
}

/** The board of this id; `null` when the case keeps none. Own keys only: an id never reaches a prototype. */
export function boardAt(record: CaseRecord, id: string): Board | null {
  return Object.hasOwn(record.boards, id) ? (record.boards[id] ?? null) : null;
}
