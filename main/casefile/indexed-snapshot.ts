import { isAscii } from 'node:buffer';
import { chunkBytes } from '#main/crypto/cobblestone.ts';
import type { SealedReader } from './sealed-reader.ts';
import { type Directory, DirectorySchema, type PartPlace, tablesHeadBytes, tablesMagic } from './snapshot-tables.ts';

/** Thrown when a part of a snapshot turns out damaged while the case is open; who reads has another way to the same state. */
export class SnapshotDamage extends Error {
  constructor() {
    super('a part of the snapshot is damaged');
  }
}

/** One collection of a snapshot. Everything throws {@link SnapshotDamage}. */
export type SnapshotTable = {
  readonly name: string;
  readonly rows: number;
  readonly keyAt: (row: number) => string;
  /** The row of a key, -1 when there is none. */
  readonly rowOf: (key: string) => number;
  readonly lineAt: (row: number) => string;
  /** One cell; `null` when the snapshot has no such column. */
  readonly text: (column: string) => ((row: number) => string) | null;
  readonly words: (column: string) => ((row: number) => readonly string[]) | null;
  /** The row that has the highest key, -1 when there is none. */
  readonly lastByKey: () => number;
};

/** A snapshot of which only what is asked for is opened. */
export type IndexedSnapshot = {
  readonly name: string;
  readonly tables: ReadonlyMap<string, SnapshotTable>;
  /** Lines that no table has. Throws {@link SnapshotDamage}. */
  readonly others: () => Iterable<string>;
  /** Every line that can still be opened, and whether those were all. */
  readonly surviving: () => { readonly lines: readonly string[]; readonly whole: boolean };
  readonly close: () => void;
};

/** Where the content lies in the plaintext: behind its length. */
export const contentStart = 4;
/** Cells of one part that are read one by one before the whole of it is: the first rows of a list. */
const readSingly = 128;

/** The tables behind content of this length; `null` when there are none, or none that are understood. */
export function indexedSnapshot(name: string, reader: SealedReader, contentBytes: number): IndexedSnapshot | null {
  const at = contentStart + contentBytes;
  const head = reader.read(at, tablesHeadBytes);
  if (!head || head.length < tablesHeadBytes || !head.subarray(0, tablesMagic.length).equals(tablesMagic)) return null;
  const directoryBytes = head.readUInt32LE(tablesMagic.length);
  const directory = directoryIn(reader.read(at + tablesHeadBytes, directoryBytes));
  if (!directory) return null;
  const base = at + tablesHeadBytes + directoryBytes;
  const partOf = ([from, bytes]: PartPlace) => part(reader, base + from, bytes);
  const lineOf = (starts: Part, lengths: Part) => (row: number) => mustRead(reader, contentStart + starts.u32(row), lengths.u32(row)).toString('utf8');
  return {
    name,
    tables: new Map(directory.tables.map((table) => [table.name, tableOf(table, partOf, lineOf)])),
    *others() {
      const [starts, lengths] = directory.others.map(partOf);
      if (!starts || !lengths) return;
      const line = lineOf(starts, lengths);
      for (let row = 0; row < starts.bytes / 4; row += 1) yield line(row);
    },
    surviving: () => survivingLines(reader, contentBytes),
    close: reader.close,
  };
}

function directoryIn(bytes: Buffer | null): Directory | null {
  try {
    return bytes && DirectorySchema.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    // Authentic but of another kind: the lines before it say everything.
    return null;
  }
}

function tableOf(
  { name, rows, keys, byKey, lines, columns }: Directory['tables'][number],
  partOf: (place: PartPlace) => Part,
  lineOf: (starts: Part, lengths: Part) => (row: number) => string,
): SnapshotTable {
  const keyAt = textOf(keys.map(partOf));
  const order = partOf(byKey);
  const [starts, lengths] = lines.map(partOf);
  const column = (wanted: string) => columns.find((each) => each.name === wanted);
  const known = new Map<string, ((row: number) => string) | null>();
  const many = new Map<string, ((row: number) => readonly string[]) | null>();
  return {
    name,
    rows,
    keyAt,
    rowOf: (key) => {
      for (let low = 0, high = rows - 1; low <= high; ) {
        const middle = (low + high) >>> 1;
        const row = order.u32(middle);
        const there = keyAt(row);
        if (there === key) return row;
        if (there < key) low = middle + 1;
        else high = middle - 1;
      }
      return -1;
    },
    lineAt: starts && lengths ? lineOf(starts, lengths) : () => '',
    lastByKey: () => (rows === 0 ? -1 : order.u32(rows - 1)),
    text: (wanted) => {
      const found = known.get(wanted);
      if (found !== undefined) return found;
      const place = column(wanted);
      const made = !place ? null : place.kind === 'text' ? textOf(place.parts.map(partOf)) : place.kind === 'word' ? wordOf(place.parts.map(partOf)) : null;
      known.set(wanted, made);
      return made;
    },
    words: (wanted) => {
      const found = many.get(wanted);
      if (found !== undefined) return found;
      const place = column(wanted);
      const made = place?.kind === 'words' ? wordsOf(place.parts.map(partOf)) : null;
      many.set(wanted, made);
      return made;
    },
  };
}

/** A run of bytes of the plaintext: read here and there at first, whole once it is used much. */
type Part = { readonly bytes: number; readonly u32: (index: number) => number; readonly text: (from: number, to: number) => string };

function part(reader: SealedReader, at: number, bytes: number): Part {
  let whole: Buffer | null = null;
  let values: Uint32Array | null = null;
  /** The whole where a byte is a character: ids and times, of which a part costs nothing to make. */
  let ascii: string | null = null;
  let used = 0;
  const slice = (from: number, to: number): Buffer => {
    if (whole) return whole.subarray(from, to);
    used += 1;
    if (used < readSingly && bytes > chunkBytes) return mustRead(reader, at + from, to - from);
    whole = mustRead(reader, at, bytes);
    return whole.subarray(from, to);
  };
  return {
    bytes,
    text: (from, to) => {
      if (from > to || to > bytes) throw new SnapshotDamage();
      if (ascii !== null) return ascii.slice(from, to);
      const before = whole;
      const told = slice(from, to).toString('utf8');
      if (whole && whole !== before && isAscii(whole)) {
        ascii = whole.toString('latin1');
        whole = Buffer.alloc(0);
      }
      return told;
    },
    u32: (index) => {
      // A number behind the end would be a count without an end.
      if (index < 0 || (index + 1) * 4 > bytes) throw new SnapshotDamage();
      if (values) return values[index] ?? 0;
      const four = slice(index * 4, index * 4 + 4);
      if (whole && bytes % 4 === 0) {
        values = new Uint32Array(new Uint8Array(whole).buffer);
        whole = Buffer.alloc(0);
      }
      return four.length === 4 ? four.readUInt32LE(0) : 0;
    },
  };
}

function textOf([ends, text]: readonly Part[]): (row: number) => string {
  return (row) => (ends && text ? text.text(row === 0 ? 0 : ends.u32(row - 1), ends.u32(row)) : '');
}

function remembering(read: (row: number) => string): (row: number) => string {
  const known: string[] = [];
  return (row) => {
    const value = known[row] ?? read(row);
    known[row] = value;
    return value;
  };
}

function wordOf([ends, text, of]: readonly Part[]): (row: number) => string {
  const word = ends && text ? remembering(textOf([ends, text])) : () => '';
  return (row) => (of ? word(of.u32(row)) : '');
}

const noWords: readonly string[] = [];
function wordsOf([ends, text, of, lasts]: readonly Part[]): (row: number) => readonly string[] {
  const word = ends && text ? remembering(textOf([ends, text])) : () => '';
  return (row) => {
    const from = row === 0 ? 0 : (lasts?.u32(row - 1) ?? 0);
    const to = lasts?.u32(row) ?? 0;
    if (!of || to <= from) return noWords;
    const found: string[] = [];
    for (let at = from; at < to; at += 1) found.push(word(of.u32(at)));
    return found;
  };
}

/** Throws {@link SnapshotDamage}. */
function mustRead(reader: SealedReader, at: number, length: number): Buffer {
  const read = reader.read(at, length);
  if (read?.length !== length) throw new SnapshotDamage();
  return read;
}

/** The lines that lie in chunks which still open: damage costs those it touches and no other. */
function survivingLines(reader: SealedReader, contentBytes: number): { readonly lines: readonly string[]; readonly whole: boolean } {
  const end = contentStart + contentBytes;
  const lines: string[] = [];
  let whole = true;
  /** The beginning of a line that goes on in the next chunk; `null` behind damage, until a line begins. */
  let begun: Buffer | null = Buffer.alloc(0);
  for (let at = contentStart; at < end; ) {
    const to = Math.min(end, (Math.floor(at / chunkBytes) + 1) * chunkBytes);
    const bytes = reader.read(at, to - at);
    at = to;
    if (!bytes) {
      whole = false;
      begun = null;
      continue;
    }
    let from = 0;
    for (let stop = bytes.indexOf(0x0a); stop >= 0; stop = bytes.indexOf(0x0a, from)) {
      if (begun) lines.push(Buffer.concat([begun, bytes.subarray(from, stop)]).toString('utf8'));
      begun = Buffer.alloc(0);
      from = stop + 1;
    }
    begun = begun && Buffer.concat([begun, bytes.subarray(from)]);
  }
  if (begun && begun.length > 0) lines.push(begun.toString('utf8'));
  // The first line, an object, says where in the log the snapshot stands; it was read when the case was opened.
  return { lines: lines.filter((line) => !line.startsWith('{')), whole };
}
