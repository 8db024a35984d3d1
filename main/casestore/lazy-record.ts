import type { IndexedSnapshot, SnapshotTable } from '#main/casefile/indexed-snapshot.ts';
import type { Cell, Columns, PlacedLine } from '#main/casefile/snapshot-tables.ts';
import type { CaseHeads, HeadOf } from '#shared/domain/case/case-heads.ts';
import { type Collection, collections, type ObjectOf } from '#shared/domain/case/case-record.ts';
import { type LazyCollection, lazyCollection } from './lazy-collection.ts';
import { shapes } from './record-columns.ts';
import { emptyRecord, parseStored, type StoredRecord } from './stored-objects.ts';

type LazyCollections = { readonly [C in Collection]?: LazyCollection<ObjectOf<C>, HeadOf<C>> };
/** The record over a snapshot, of which objects are read when they are asked for, and its heads. */
export type LazyRecord = { readonly record: StoredRecord; readonly heads: CaseHeads; readonly lazy: LazyCollections };

const itself = <T>(object: T): T => object;
/** An object has everything its head has; the types show it, collection by collection. */
const asHeads: { readonly [C in Collection]: (object: ObjectOf<C>) => HeadOf<C> } = {
  meta: itself,
  sources: itself,
  evidence: itself,
  claims: itself,
  links: itself,
  notes: itself,
  entities: itself,
  dossiers: itself,
  boards: itself,
  filters: itself,
  searches: itself,
  watches: itself,
  custody: itself,
};

/** `invalid` is told of an object that is none of its collection, `rescue` asked once when a part of the snapshot turns out damaged. */
export function lazyRecord(snapshot: IndexedSnapshot, invalid: (collection: Collection, key: string) => void, rescue: () => StoredRecord): LazyRecord {
  const lazy = Object.fromEntries(
    collections.flatMap((collection) => {
      const table = snapshot.tables.get(collection);
      return table ? [[collection, collectionOver(collection, table)]] : [];
    }),
  ) as LazyCollections;
  function collectionOver<C extends Collection>(collection: C, table: SnapshotTable): LazyCollection<ObjectOf<C>, HeadOf<C>> {
    return lazyCollection<ObjectOf<C>, HeadOf<C>>({
      table,
      read: (key, line) => {
        const object = parseStored(collection, key, objectIn(line));
        if (!object) invalid(collection, key);
        return object;
      },
      head: (late) => shapes[collection].head(table, late),
      asHead: asHeads[collection],
      rescue: () => rescue()[collection],
    });
  }
  const empty = emptyRecord();
  const of = (which: 'objects' | 'heads') => Object.fromEntries(collections.map((each) => [each, lazy[each]?.[which] ?? empty[each]]));
  return { record: of('objects') as StoredRecord, heads: of('heads') as CaseHeads, lazy };
}

function objectIn(line: string): unknown {
  try {
    const parts: unknown = JSON.parse(line);
    return Array.isArray(parts) ? parts[2] : null;
  } catch {
    // Authentic, but not of this format.
    return null;
  }
}

/** Lines of one collection as a snapshot has them. What was not edited is handed on as it lies there, unread. */
export function* placedLines<C extends Collection>(collection: C, record: StoredRecord, lazy: LazyCollections): Iterable<PlacedLine> {
  const { columns, cells } = shapes[collection];
  const from = lazy[collection];
  const placed = (key: string, object: ObjectOf<C>): PlacedLine => ({
    text: JSON.stringify([collection, key, object]),
    collection,
    key,
    columns,
    cells: cells(object),
  });
  if (!from) {
    const objects = record[collection] as { readonly [key: string]: ObjectOf<C> };
    for (const [key, object] of Object.entries(objects)) yield placed(key, object);
    return;
  }
  const copied = cellsIn(from.table, columns);
  for (const written of from.written()) {
    if ('object' in written) yield placed(written.key, written.object as ObjectOf<C>);
    else {
      const text = from.fromTable(() => from.table.lineAt(written.row));
      // A snapshot of another version may lack columns; then the object tells.
      yield copied
        ? { text, collection, key: written.key, columns, cells: from.fromTable(() => copied(written.row)) }
        : placed(written.key, record[collection][written.key] as ObjectOf<C>);
    }
  }
}

function cellsIn(table: SnapshotTable, columns: Columns): ((row: number) => readonly Cell[]) | null {
  const reads = columns.map(([name, kind]) => (kind === 'words' ? table.words(name) : table.text(name)));
  const known = reads.flatMap((read) => (read ? [read] : []));
  return known.length === columns.length ? (row) => known.map((read) => read(row)) : null;
}
