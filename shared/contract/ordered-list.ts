import { z } from 'zod';
import { message } from './message.ts';

/** Rows asked for at once. */
const mostRows = 500;

/** How a list is wanted: words that each row shown has, and what it is sorted by; without `sort` as the list usually comes. */
function listWish<const C extends string>(columns: readonly C[]) {
  return {
    match: z.string().max(200).optional(),
    sort: z
      .object({ by: z.enum(columns), descending: z.boolean() })
      .strict()
      .optional(),
  };
}
/** A list of any length: every id in its order, the rows that are in sight first, and how many there are without `match`. */
function listed<R extends z.ZodType>(row: R) {
  return z.object({ ids: z.array(z.string()), first: z.array(row), total: z.int().min(0) });
}

/** Message `<topic>/order`: which objects a list shows and in which order. */
export function orderMessage<const C extends string, R extends z.ZodType, const M extends z.ZodRawShape = Record<never, never>>(
  columns: readonly C[],
  row: R,
  more?: M,
) {
  return message(z.object({ ...listWish(columns), ...((more ?? {}) as M) }).strict(), listed(row));
}

/** Names a row: the id of its object, or what tells it from the other rows of that object. */
const RowKeySchema = z.string().min(1).max(80);

/** Message `<topic>/rows`: rows in the order asked for; those that the case does not hold are left out. */
export function rowsMessage<R extends z.ZodType>(row: R) {
  return message(z.object({ ids: z.array(RowKeySchema).max(mostRows) }).strict(), z.array(row));
}
