/** The rows of a table in their order, of which some may still be on their way. */
export type TableRows<Row> = {
  readonly count: number;
  /** Undefined while it has not come. */
  readonly at: (place: number) => Row | undefined;
  /** -1 for what is not among them, or not known to be yet. */
  readonly placeOf: (id: string) => number;
  /** Ids of the rows from a place to another, the latter not included; a promise when they have to be asked for. */
  readonly ids: (from: number, to: number) => readonly string[] | Promise<readonly string[]>;
};

/** Rows that are all there. */
export function rowsThere<Row>(rows: readonly Row[], rowId: (row: Row) => string): TableRows<Row> {
  const places = new Map(rows.map((row, at) => [rowId(row), at]));
  return {
    count: rows.length,
    at: (place) => rows[place],
    placeOf: (id) => places.get(id) ?? -1,
    ids: (from, to) => rows.slice(from, to).map(rowId),
  };
}

/** Does something with ids now, or when they have come. */
export function withIds(ids: readonly string[] | Promise<readonly string[]>, act: (ids: readonly string[]) => void): void {
  if (ids instanceof Promise) void ids.then(act);
  else act(ids);
}
