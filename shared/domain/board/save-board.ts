import type { ObjectId } from '#shared/kernel/ids.ts';
import type { Reply } from '#shared/kernel/reply.ts';
import type { CaseRecord } from '../case/case-record.ts';
import type { Change } from '../case/change.ts';
import type { EditFacts } from '../case/edit-facts.ts';
import { keepThing, removeThing } from '../case/keep-thing.ts';
import type { Board } from './board.ts';

export type BoardInput = Pick<Board, 'title' | 'ids' | 'places' | 'filter'> & { readonly id?: ObjectId | undefined };

/** Keeps a board, or the one with the given id as it is now. */
export function saveBoard(record: CaseRecord, { id, title, ids, places, filter }: BoardInput, facts: EditFacts): Reply<Change> {
  return keepThing(record, { collection: 'boards', label: 'save-board' }, id, { title, ids, places, filter }, facts);
}

/** Removes a board; what stood on it stays in the case. */
export function removeBoard(record: CaseRecord, id: string): Reply<Change> {
  return removeThing(record, { collection: 'boards', label: 'remove-board' }, id);
}
