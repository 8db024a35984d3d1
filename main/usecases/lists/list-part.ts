import { firstRows, type ListPart } from '#shared/contract/ordered-list.ts';

export type ListAnswer<R> = { count: number; total: number; rows: R[]; ids: string[]; at: number | null };

/** The part wanted of a list of these ids, of `total` without conditions. */
export function partOf<R>(ids: readonly string[], total: number, part: ListPart | undefined, rowsAt: (ids: readonly string[]) => R[]): ListAnswer<R> {
  const answer: ListAnswer<R> = { count: ids.length, total, rows: [], ids: [], at: null };
  if (part === undefined) return { ...answer, rows: rowsAt(ids.slice(0, firstRows)) };
  if ('rows' in part) return { ...answer, rows: rowsAt(ids.slice(part.rows.from, part.rows.to)) };
  if ('ids' in part) return { ...answer, ids: ids.slice(part.ids.from, part.ids.to) };
  if ('placeOf' in part) {
    const at = ids.indexOf(part.placeOf);
    return { ...answer, at: at < 0 ? null : at };
  }
  const among = new Set(part.among);
  return { ...answer, ids: ids.filter((id) => among.has(id)) };
}
