import { describe, expect, it } from 'vitest';
import { contentStart, type IndexedSnapshot, indexedSnapshot, SnapshotDamage } from '#main/casefile/indexed-snapshot.ts';
import { openSealedFile, type SealedReader } from '#main/casefile/sealed-reader.ts';
import { buildTables, type Cell, type Columns, type SnapshotLine, tablesHeadBytes, tablesMagic } from '#main/casefile/snapshot-tables.ts';
import { seal } from '#main/crypto/cobblestone.ts';
import { recordingDisk } from '#tests/harness/recording-file-system.ts';

const columns: Columns = [
  ['title', 'text'],
  ['kind', 'word'],
  ['about', 'words'],
];
const placed = (
  key: string,
  cells: readonly Cell[] = [`title ${key}`, 'kind', []],
  collection = 'notes',
  text = `["${collection}","${key}"]`,
): SnapshotLine => ({
  text,
  collection,
  key,
  columns,
  cells,
});

function sealedReader(plain: Buffer): SealedReader {
  const [key, context] = [Buffer.alloc(32, 7), Buffer.from('a place')];
  const { fileSystem } = recordingDisk({ folders: ['snap'], files: new Map([['snap/a', seal(key, context, plain)]]) });
  const reader = openSealedFile(fileSystem, 'snap/a', key, context, 10_000);
  if (!reader) throw new Error('not sealed');
  return reader;
}

/** The plaintext of a snapshot: length, content, tables; and a reader over it that notes what is asked of it. */
function snapshotOf(lines: readonly SnapshotLine[], change: (plain: Buffer, contentBytes: number) => Buffer = (plain) => plain) {
  const tables = buildTables();
  let content = Buffer.from('{"v":1}\n');
  for (const line of lines) {
    const text = Buffer.from(typeof line === 'string' ? line : line.text);
    tables.add(line, content.length, text.length);
    content = Buffer.concat([content, text, Buffer.from('\n')]);
  }
  const plain = change(Buffer.concat([Buffer.alloc(contentStart), content, ...tables.pieces()]), content.length);
  const asked: (readonly [number, number])[] = [];
  const damaged: (readonly [number, number])[] = [];
  let closed = 0;
  const sealed = sealedReader(plain);
  const reader: SealedReader = {
    ...sealed,
    read: (at, length) => {
      asked.push([at, length]);
      return damaged.some(([from, to]) => at < to && at + length > from) ? null : sealed.read(at, length);
    },
    close: () => {
      closed += 1;
      sealed.close();
    },
  };
  return { indexed: indexedSnapshot('a name', reader, content.length), plain, contentBytes: content.length, asked, damaged, closed: () => closed };
}
function notes(indexed: IndexedSnapshot | null) {
  const table = indexed?.tables.get('notes');
  if (!table) throw new Error('no table');
  return table;
}
/** A snapshot with a directory that says something else. */
function redirected(lines: readonly SnapshotLine[], change: (directory: { tables: { [field: string]: unknown }[]; [field: string]: unknown }) => unknown) {
  return snapshotOf(lines, (plain, contentBytes) => {
    const at = contentStart + contentBytes;
    const length = plain.readUInt32LE(at + tablesMagic.length);
    const directory = JSON.parse(plain.toString('utf8', at + tablesHeadBytes, at + tablesHeadBytes + length));
    const text = Buffer.from(JSON.stringify(change(directory) ?? directory));
    const head = Buffer.from(plain.subarray(at, at + tablesHeadBytes));
    head.writeUInt32LE(text.length, tablesMagic.length);
    return Buffer.concat([plain.subarray(0, at), head, text, plain.subarray(at + tablesHeadBytes + length)]);
  });
}

describe('the tables of a snapshot, asked directly', () => {
  const lines = [placed('b', ['beta', 'word', ['x', 'y']]), '["others",1]', placed('a', ['', '', []]), placed('c', ['gamma', 'word', ['y']])];

  it('have a name, rows, keys, lines, and the row of the highest key', () => {
    const { indexed, closed } = snapshotOf([...lines, placed('z', ['t', 'k', []], 'claims')]);
    expect([indexed?.name, [...(indexed?.tables.keys() ?? [])]]).toEqual(['a name', ['notes', 'claims']]);
    const table = notes(indexed);
    expect([table.name, table.rows, table.lastByKey()]).toEqual(['notes', 3, 2]);
    expect([0, 1, 2].map((row) => [table.keyAt(row), table.lineAt(row)])).toEqual([
      ['b', '["notes","b"]'],
      ['a', '["notes","a"]'],
      ['c', '["notes","c"]'],
    ]);
    expect(['a', 'b', 'c', '', 'aa', 'd'].map(table.rowOf)).toEqual([1, 0, 2, -1, -1, -1]);
    expect([...(indexed?.others() ?? [])]).toEqual(['["others",1]']);
    indexed?.close();
    expect(closed()).toBe(1);
  });

  it('have cells of each kind, and none of a column that is not there or of another kind', () => {
    const table = notes(snapshotOf(lines).indexed);
    expect([0, 1, 2].map((row) => [table.text('title')?.(row), table.text('kind')?.(row), table.words('about')?.(row)])).toEqual([
      ['beta', 'word', ['x', 'y']],
      ['', '', []],
      ['gamma', 'word', ['y']],
    ]);
    expect([table.text('about'), table.words('title'), table.words('kind'), table.text('no such'), table.words('no such')]).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(table.text('title')).toBe(table.text('title'));
    expect(table.words('about')).toBe(table.words('about'));
    expect(table.text('no such')).toBeNull();
  });

  it('may be of many rows: single cells are read at first, the whole part when it is used much', () => {
    const many = Array.from({ length: 6_000 }, (_, number) =>
      placed(String(number).padStart(6, '0'), [`заголовок ${number}`, `k${number % 3}`, [`w${number % 5}`]]),
    );
    const { indexed, asked } = snapshotOf(many);
    const table = notes(indexed);
    asked.length = 0;
    expect(table.text('title')?.(7)).toBe('заголовок 7');
    expect(asked.map(([, length]) => length)).toEqual([4, 4, Buffer.byteLength('заголовок 7')]);
    for (let row = 0; row < 300; row += 1) {
      expect([table.text('title')?.(row), table.keyAt(row)]).toEqual([`заголовок ${row}`, String(row).padStart(6, '0')]);
      expect(table.rowOf(String(row * 20).padStart(6, '0'))).toBe(row * 20);
      expect(table.words('about')?.(row)).toEqual([`w${row % 5}`]);
    }
    asked.length = 0;
    for (let row = 0; row < 6_000; row += 299) {
      expect([table.text('title')?.(row), table.keyAt(row), table.text('kind')?.(row)]).toEqual([
        `заголовок ${row}`,
        String(row).padStart(6, '0'),
        `k${row % 3}`,
      ]);
      expect(table.rowOf(table.keyAt(row))).toBe(row);
    }
    // By now everything but the kinds is in memory.
    expect(asked.length).toBeLessThan(50);
  });

  it('read a part whole at once when it is no longer than a chunk', () => {
    const { indexed, asked } = snapshotOf(lines);
    asked.length = 0;
    const table = notes(indexed);
    table.keyAt(2);
    expect(asked).toHaveLength(2);
    table.keyAt(0);
    expect(asked).toHaveLength(2);
  });
});

describe('tables that are not as they should be', () => {
  const lines = [placed('a', ['alpha', 'k', ['x']]), placed('b', ['beta', 'k', ['x']])];

  it.each<readonly [string, (plain: Buffer, contentBytes: number) => Buffer]>([
    ['end too early', (plain, contentBytes) => plain.subarray(0, contentStart + contentBytes + tablesHeadBytes - 1)],
    ['begin with something else', (plain, contentBytes) => Buffer.from(plain).fill('X', contentStart + contentBytes, contentStart + contentBytes + 1)],
    ['have a directory that ends too early', (plain, contentBytes) => plain.subarray(0, contentStart + contentBytes + tablesHeadBytes + 5)],
  ])('are not used when they %s', (_, change) => {
    expect(snapshotOf(lines, change).indexed).toBeNull();
  });

  it.each<readonly [string, (directory: { tables: { [field: string]: unknown }[] }) => unknown]>([
    ['is of another version', (directory) => ({ ...directory, v: 2 })],
    ['lacks where the other lines lie', (directory) => ({ ...directory, others: [[0, 0]] })],
    [
      'has a place before its beginning',
      (directory) => ({
        ...directory,
        others: [
          [-1, 0],
          [0, 0],
        ],
      }),
    ],
    [
      'has a place of fewer than no bytes',
      (directory) => ({
        ...directory,
        others: [
          [0, -1],
          [0, 0],
        ],
      }),
    ],
    ['has fewer than no rows', (directory) => ({ ...directory, tables: directory.tables.map((table) => ({ ...table, rows: -1 })) })],
    ['lacks where keys lie', (directory) => ({ ...directory, tables: directory.tables.map((table) => ({ ...table, keys: [[0, 0]] })) })],
    ['lacks where lines lie', (directory) => ({ ...directory, tables: directory.tables.map((table) => ({ ...table, lines: [[0, 0]] })) })],
  ])('are not used when their directory %s', (_, change) => {
    expect(redirected(lines, change).indexed).toBeNull();
  });

  it('cannot be read where the directory cannot', () => {
    const { plain, contentBytes } = snapshotOf(lines);
    const sealed = sealedReader(plain);
    const reader = (from: number): SealedReader => ({ ...sealed, read: (at, length) => (at + length > from ? null : sealed.read(at, length)) });
    expect(indexedSnapshot('x', reader(contentStart + contentBytes), contentBytes)).toBeNull();
    expect(indexedSnapshot('x', reader(contentStart + contentBytes + tablesHeadBytes), contentBytes)).toBeNull();
    expect(indexedSnapshot('x', reader(plain.length), contentBytes)).not.toBeNull();
  });

  it('tell damage where a row or a place lies outside', () => {
    const table = notes(snapshotOf(lines).indexed);
    for (const row of [-1, 2, 1e9]) expect(() => table.lineAt(row), String(row)).toThrow(SnapshotDamage);
    expect(() => table.keyAt(2)).toThrow('a part of the snapshot is damaged');
    const further = notes(redirected(lines, (directory) => ({ ...directory, tables: directory.tables.map((each) => ({ ...each, rows: 50 })) })).indexed);
    expect(() => further.rowOf('zz')).toThrow(SnapshotDamage);
    const none = notes(redirected(lines, (directory) => ({ ...directory, tables: directory.tables.map((each) => ({ ...each, rows: 0 })) })).indexed);
    expect([none.lastByKey(), none.rowOf('a')]).toEqual([-1, -1]);
  });

  it('have empty cells in columns of which no parts are named', () => {
    const bare = columns.map(([name, kind]) => ({ name, kind, parts: [] }));
    const table = notes(redirected(lines, (directory) => ({ ...directory, tables: directory.tables.map((each) => ({ ...each, columns: bare })) })).indexed);
    expect([table.text('title')?.(0), table.text('kind')?.(0), table.words('about')?.(0)]).toEqual(['', '', []]);
  });

  it('tell damage where their bytes cannot be read', () => {
    const { indexed, damaged, contentBytes } = snapshotOf(['["others",1]', ...lines]);
    const table = notes(indexed);
    damaged.push([contentStart + contentBytes, Number.POSITIVE_INFINITY]);
    for (const read of [
      () => table.keyAt(0),
      () => table.lineAt(0),
      () => table.rowOf('a'),
      () => table.text('title')?.(0),
      () => [...(indexed?.others() ?? [])],
    ])
      expect(read).toThrow(SnapshotDamage);
  });
});

describe('what survives of a snapshot', () => {
  const long = (key: string) => placed(key, ['t', 'k', []], 'notes', `["notes","${key}","${key.repeat(9_000)}"]`);
  const lines = ['a', 'b', 'c', 'd', 'e', 'f'].map(long);
  const texts = lines.map((line) => (typeof line === 'string' ? line : line.text));

  it('is everything while nothing is damaged, without the line that says where it stands', () => {
    expect(snapshotOf(lines).indexed?.surviving()).toEqual({ lines: texts, whole: true });
    expect(snapshotOf([]).indexed).toBeNull();
  });

  it('is every line that no damage touches', () => {
    const surviving = (from: number, to: number) => {
      const made = snapshotOf(lines);
      made.damaged.push([from, to]);
      return made.indexed?.surviving();
    };
    expect(surviving(0, 5)).toEqual({ lines: texts.slice(2), whole: false });
    // The second chunk begins in the second line and ends in the fourth.
    expect(surviving(20_000, 20_001)).toEqual({ lines: ['a', 'e', 'f'].map((key) => texts['abcdef'.indexOf(key)]), whole: false });
    const at = 3 * 16_384 + 1;
    expect(surviving(at, at + 1)).toEqual({ lines: texts.slice(0, 5), whole: false });
  });
});
