import type { BlobId } from '#shared/kernel/ids.ts';
import { layoutSaid } from './record-layouts.ts';

/** What a line of a snapshot says: collection, key, object. */
type Line = readonly [string, string, unknown];

/** Objects that go into one transaction of a case that is written anew. */
const objectsInOne = 500;

/**
 * The state of a case as transactions that lead to it from nothing. The first holds what the case says of itself; the names of
 * blobs in them are still the old ones.
 */
export function bodiesOf(lines: Iterable<string>, at: string): readonly unknown[] {
  type Body = { readonly v?: number; readonly label: string; readonly at: string; readonly ops: unknown[]; readonly custody: unknown[] };
  let layout: { readonly v?: number } = {};
  const empty = (): Body => ({ ...layout, label: 'open-case', at, ops: [], custody: [] });
  const bodies: Body[] = [];
  for (const line of lines) {
    const parts = JSON.parse(line) as Line;
    const said = layoutSaid(parts);
    if (said !== null) {
      layout = { v: said };
      continue;
    }
    const [collection, id, value] = parts;
    if (bodies.length === 0) bodies.push(empty());
    const [first] = bodies;
    let into = collection === 'meta' ? first : bodies.at(-1);
    if (!into || (into === first && collection !== 'meta') || into.ops.length + into.custody.length >= objectsInOne) {
      into = empty();
      bodies.push(into);
    }
    if (collection === 'custody') into.custody.push(value);
    else into.ops.push({ put: collection, id, value });
  }
  return bodies;
}

/** Old and new names of the same bytes. A blob is named only by exhibits; every other text stays as it is. */
export type RenamedBlobs = {
  readonly count: number;
  readonly inBody: (body: unknown) => unknown;
  readonly inLine: (line: string) => string;
  readonly backInLines: (lines: Iterable<string>) => Iterable<string>;
};

export function renamedBlobs(names: ReadonlyMap<BlobId, BlobId>): RenamedBlobs {
  const forth = new Map<string, string>(names);
  const back = new Map<string, string>([...names].map(([before, after]) => [after, before]));
  const inLine = (line: string, by: ReadonlyMap<string, string>) => (line.startsWith('["evidence"') ? JSON.stringify(withNames(JSON.parse(line), by)) : line);
  return {
    count: names.size,
    inBody: (body) => withNames(body, forth),
    inLine: (line) => inLine(line, forth),
    *backInLines(lines) {
      for (const line of lines) yield inLine(line, back);
    },
  };
}

export function* renamedLines(lines: Iterable<string>, renamed: RenamedBlobs): Iterable<string> {
  for (const line of lines) yield renamed.inLine(line);
}

/** Renames the value of every field `blob`, however deep; the order of fields stays, and so does the text of the line. */
function withNames(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((each) => withNames(each, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]) => [
      field,
      field === 'blob' && typeof inner === 'string' ? (names.get(inner) ?? inner) : withNames(inner, names),
    ]),
  );
}
