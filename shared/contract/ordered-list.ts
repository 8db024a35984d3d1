import { z } from 'zod';
import { message } from './message.ts';

/** Rows asked for at once. */
export const mostRows = 500;
/** Rows that come first unless others are asked for: more than the tallest window shows. */
export const firstRows = 150;
/** Ids asked for, or about, at once: those of all that is marked. */
const mostIds = 1_000_000;

const between = (most: number) =>
  z
    .object({ from: z.int().min(0), to: z.int().min(0) })
    .strict()
    .refine(({ from, to }) => to - from <= most);
/** Names a row: the id of its object, or what tells it from the other rows of that object. */
const RowKeySchema = z.string().min(1).max(80);

/**
 * What of a list is wanted: rows by their places (`to` not included), the ids there, the place of a row, or which of some rows it has. Without any, the rows
 * that come first. A list of 100,000 never goes to the window as a whole.
 */
export const ListPartSchema = z.union([
  z.object({ rows: between(mostRows) }).strict(),
  z.object({ ids: between(mostIds) }).strict(),
  z.object({ placeOf: RowKeySchema }).strict(),
  z.object({ among: z.array(RowKeySchema).max(mostIds) }).strict(),
]);
export type ListPart = z.infer<typeof ListPartSchema>;

/** The part of a list that was asked for, how many rows it has, and how many without `match` and other conditions. `at`: the place asked for; null where it has no such row. */
export function listed<R extends z.ZodType>(row: R) {
  return z.object({ count: z.int().min(0), total: z.int().min(0), rows: z.array(row), ids: z.array(z.string()), at: z.int().min(0).nullable() });
}

/** How a list is sorted; without it as the list usually comes. */
export function listSort<const C extends string>(columns: readonly C[]) {
  return z
    .object({ by: z.enum(columns), descending: z.boolean() })
    .strict()
    .optional();
}

/** Message `<topic>/order`: a part of a list, narrowed to rows that have the words of `match`. */
export function orderMessage<const C extends string, R extends z.ZodType, const M extends z.ZodRawShape = Record<never, never>>(
  columns: readonly C[],
  row: R,
  more?: M,
) {
  const wish = { match: z.string().max(200).optional(), sort: listSort(columns), part: ListPartSchema.optional() };
  return message(z.object({ ...wish, ...((more ?? {}) as M) }).strict(), listed(row));
}

/** Message `<topic>/rows`: rows in the order asked for; those that the case does not hold are left out. */
export function rowsMessage<R extends z.ZodType>(row: R) {
  return message(z.object({ ids: z.array(RowKeySchema).max(mostRows) }).strict(), z.array(row));
}
