import { SnapshotDamage } from '#main/casefile/indexed-snapshot.ts';
import type { Columns } from '#main/casefile/snapshot-tables.ts';
import type { CaseFinding } from '#shared/domain/case/case-finding.ts';
import { type Collection, collections, type ObjectOf } from '#shared/domain/case/case-record.ts';
import type { LazyRecord } from './lazy-record.ts';
import { shapes } from './record-columns.ts';
import { parseStored, type StoredRecord } from './stored-objects.ts';
import { touchedIn } from './touched-parts.ts';

/** Every object by its schema, and that the tables of the snapshot say the same as its lines. `snapshot` is its name. */
export function checkRecord(record: StoredRecord, lazy: LazyRecord['lazy'], snapshot: string): readonly CaseFinding[] {
  return collections.flatMap((collection) => checkCollection(collection, record, lazy, snapshot));
}

function checkCollection<C extends Collection>(collection: C, record: StoredRecord, lazy: LazyRecord['lazy'], snapshot: string): readonly CaseFinding[] {
  const objects = record[collection] as { readonly [key: string]: ObjectOf<C> };
  const from = lazy[collection];
  const bad = (key: string): CaseFinding => ({ severity: 'damage', code: 'record-invalid', subject: collection, touched: touchedIn(collection, key) });
  if (!from) return Object.entries(objects).flatMap(([key, object]) => (parseStored(collection, key, object) ? [] : [bad(key)]));
  const findings: CaseFinding[] = [];
  const { columns, cells } = shapes[collection];
  let agrees = true;
  for (const written of from.written()) {
    const { key } = written;
    // What lies in the snapshot was checked when it was read.
    const object = 'object' in written ? parseStored(collection, key, written.object) : (objects[key] ?? null);
    if (!object) findings.push(bad(key));
    else if ('row' in written && agrees) agrees = orTold(() => from.fromTable(() => saysTheSame(from.table, columns, cells(object), written.row)));
  }
  return agrees ? findings : [...findings, { severity: 'damage', code: 'snapshot-unusable', subject: snapshot }];
}

/** A damaged part of a table is told by whoever goes the other way for it. */
function orTold(agrees: () => boolean): boolean {
  try {
    return agrees();
  } catch (error) {
    if (!(error instanceof SnapshotDamage)) throw error;
    return true;
  }
}

type Table = NonNullable<LazyRecord['lazy'][Collection]>['table'];
function saysTheSame(table: Table, columns: Columns, cells: readonly (string | readonly string[])[], row: number): boolean {
  return columns.every(([name, kind], at) => {
    const cell = cells[at];
    if (kind !== 'words') return (table.text(name)?.(row) ?? cell) === cell;
    const words = table.words(name)?.(row);
    return !words || (Array.isArray(cell) && words.length === cell.length && words.every((word, index) => word === cell[index]));
  });
}
