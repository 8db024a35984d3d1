import { type Board, type BoardFilter, type BoardPlace, noFilter } from '#shared/domain/board/board.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { store } from '../../bridge/store.ts';
import type { Spot } from './use-layout.ts';

/** The board that is being worked on; it stays while other views are looked at, and goes with the page when the case locks. */
export type BoardDesk = {
  /** The saved board it came from. */
  readonly boardId: string | null;
  /** Objects on it; null is the whole case. */
  readonly ids: readonly string[] | null;
  /** Whose surroundings stand for a case that is too large to draw; null while nobody has looked at a board of it. */
  readonly aroundId: string | null;
  readonly filter: BoardFilter;
  readonly spots: ReadonlyMap<string, Spot>;
  readonly pinned: ReadonlySet<string>;
};

const fresh: BoardDesk = { boardId: null, ids: null, aroundId: null, filter: noFilter, spots: new Map(), pinned: new Set() };
export const boardDesk = store<BoardDesk>(fresh);

export function changeBoard(change: Partial<BoardDesk>): void {
  boardDesk.set({ ...boardDesk.get(), ...change });
}

/** Lays a saved board on the desk; null begins anew with the whole case. */
export function takeBoard(board: Board | null): void {
  if (board === null) boardDesk.set(fresh);
  else
    boardDesk.set({
      boardId: board.id,
      ids: board.ids,
      aroundId: null,
      filter: board.filter,
      spots: new Map(board.places.map(({ id, x, y }) => [id, { x, y }])),
      pinned: new Set(board.places.filter((place) => place.pinned).map((place) => place.id)),
    });
}

/** Begins a board with these objects and nothing else. */
export function beginWith(ids: readonly string[]): void {
  boardDesk.set({ ...fresh, ids: [...new Set(ids)] });
}

/** The places of these objects as a board keeps them. */
export function placesOf(ids: readonly string[], { spots, pinned }: BoardDesk): BoardPlace[] {
  return ids.flatMap((id) => {
    const spot = spots.get(id);
    return spot ? [{ id: id as ObjectId, x: Math.round(spot.x * 10) / 10, y: Math.round(spot.y * 10) / 10, pinned: pinned.has(id) }] : [];
  });
}

export function togglePin(id: string): void {
  const pinned = new Set(boardDesk.get().pinned);
  if (!pinned.delete(id)) pinned.add(id);
  changeBoard({ pinned });
}
