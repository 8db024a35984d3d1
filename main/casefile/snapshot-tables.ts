import { z } from 'zod';

/**
 * The tables of a snapshot (FORMAT.md §6): behind its lines, in the same seal, where each line lies and what lists need of it, in columns that
 * are read without parsing anything. The case file does not know what the columns mean.
 */
export type ColumnKind = 'text' | 'word' | 'words';
export type Cell = string | readonly string[];
/** Columns of a collection in order, each with its kind. */
export type Columns = readonly (readonly [name: string, kind: ColumnKind])[];
/** A line that is found by its key. `cells` are one for each of `columns`. */
export type PlacedLine = {
  readonly text: string;
  readonly collection: string;
  readonly key: string;
  readonly columns: Columns;
  readonly cells: readonly Cell[];
};
/** A plain string is a line without a place: it is only ever read in its turn. */
export type SnapshotLine = string | PlacedLine;

/** The lines themselves. */
export function* textsOf(lines: Iterable<SnapshotLine>): Iterable<string> {
  for (const line of lines) yield typeof line === 'string' ? line : line.text;
}

export const tablesMagic = Buffer.from('CORRHEAD');
export const tablesHeadBytes = tablesMagic.length + 4;

const PartSchema = z.tuple([z.int().min(0), z.int().min(0)]).readonly();
export const DirectorySchema = z.object({
  v: z.literal(1),
  /** Where lines without a place lie: starts, lengths. */
  others: z.array(PartSchema).length(2),
  tables: z.array(
    z.object({
      name: z.string(),
      rows: z.int().min(0),
      keys: z.array(PartSchema).length(2),
      byKey: PartSchema,
      lines: z.array(PartSchema).length(2),
      columns: z.array(z.object({ name: z.string(), kind: z.string(), parts: z.array(PartSchema) })),
    }),
  ),
});
export type Directory = z.infer<typeof DirectorySchema>;
export type PartPlace = z.infer<typeof PartSchema>;

/** Gathers the tables while the lines are written; `at` is where in the content a line begins. */
export type TablesBuilder = { readonly add: (line: SnapshotLine, at: number, bytes: number) => void; readonly pieces: () => readonly Uint8Array[] };

export function buildTables(): TablesBuilder {
  const tables = new Map<string, TableBuilder>();
  const others = [numbers(), numbers()] as const;
  return {
    add: (line, at, bytes) => {
      if (typeof line === 'string') {
        others[0].push(at);
        others[1].push(bytes);
        return;
      }
      const table = tables.get(line.collection) ?? tableBuilder(line.columns);
      tables.set(line.collection, table);
      table.add(line, at, bytes);
    },
    pieces: () => {
      if (tables.size === 0) return [];
      const parts: Buffer[] = [];
      let end = 0;
      const place = (bytes: Buffer): PartPlace => {
        parts.push(bytes);
        end += bytes.length;
        return [end - bytes.length, bytes.length];
      };
      const directory: Directory = {
        v: 1,
        others: others.map((part) => place(part.bytes())),
        tables: [...tables].map(([name, table]) => ({ name, ...table.placed(place) })),
      };
      const text = Buffer.from(JSON.stringify(directory));
      const length = Buffer.alloc(4);
      length.writeUInt32LE(text.length);
      return [tablesMagic, length, text, ...parts];
    },
  };
}

type TableBuilder = {
  readonly add: (line: PlacedLine, at: number, bytes: number) => void;
  readonly placed: (place: (bytes: Buffer) => PartPlace) => Omit<Directory['tables'][number], 'name'>;
};

function tableBuilder(columns: Columns): TableBuilder {
  const keys: string[] = [];
  const keyText = texts();
  const [starts, lengths] = [numbers(), numbers()];
  const cells = columns.map(([name, kind]) => ({ name, kind, ...(kind === 'text' ? textCells() : wordCells(kind)) }));
  return {
    add: (line, at, bytes) => {
      keys.push(line.key);
      keyText.push(line.key);
      starts.push(at);
      lengths.push(bytes);
      for (const [index, column] of cells.entries()) column.add(line.cells[index] ?? '');
    },
    placed: (place) => ({
      rows: keys.length,
      keys: keyText.parts().map(place),
      byKey: place(orderOf(keys)),
      lines: [place(starts.bytes()), place(lengths.bytes())],
      columns: cells.map(({ name, kind, parts }) => ({ name, kind, parts: parts().map(place) })),
    }),
  };
}

/** Rows in the order of their keys, by UTF-16 units. */
function orderOf(keys: readonly string[]): Buffer {
  const rows = Uint32Array.from(keys.keys());
  const sorted = keys.every((key, row) => row === 0 || (keys[row - 1] ?? '') < key);
  if (!sorted) rows.sort((left, right) => ((keys[left] ?? '') < (keys[right] ?? '') ? -1 : 1));
  return Buffer.from(rows.buffer);
}

type CellsBuilder = { readonly add: (cell: Cell) => void; readonly parts: () => readonly Buffer[] };

function textCells(): CellsBuilder {
  const text = texts();
  return { add: (cell) => text.push(typeof cell === 'string' ? cell : cell.join(' ')), parts: text.parts };
}

/** Values that many rows share are kept once; a row has their numbers. */
function wordCells(kind: 'word' | 'words'): CellsBuilder {
  const known = new Map<string, number>();
  const words = texts();
  const [of, ends] = [numbers(), numbers()];
  let filled = 0;
  const numberOf = (word: string): number => {
    const number = known.get(word) ?? known.size;
    if (number === known.size) {
      known.set(word, number);
      words.push(word);
    }
    return number;
  };
  return {
    add: (cell) => {
      for (const word of typeof cell === 'string' ? [cell] : cell) {
        of.push(numberOf(word));
        filled += 1;
      }
      if (kind === 'words') ends.push(filled);
    },
    parts: () => [...words.parts(), of.bytes(), ...(kind === 'words' ? [ends.bytes()] : [])],
  };
}

/** Texts one after another, and where each ends. */
function texts(): { readonly push: (text: string) => void; readonly parts: () => readonly Buffer[] } {
  let bytes = Buffer.allocUnsafe(4_096);
  let filled = 0;
  const ends = numbers();
  return {
    push: (text) => {
      const most = text.length * 3;
      if (filled + most > bytes.length) bytes = Buffer.concat([bytes.subarray(0, filled)], Math.max(bytes.length * 2, filled + most));
      filled += bytes.write(text, filled);
      ends.push(filled);
    },
    parts: () => [ends.bytes(), bytes.subarray(0, filled)],
  };
}

function numbers(): { readonly push: (value: number) => void; readonly bytes: () => Buffer } {
  let values = new Uint32Array(256);
  let filled = 0;
  return {
    push: (value) => {
      if (filled === values.length) {
        const more = new Uint32Array(filled * 2);
        more.set(values);
        values = more;
      }
      values[filled] = value;
      filled += 1;
    },
    bytes: () => Buffer.from(values.buffer, 0, filled * 4),
  };
}
