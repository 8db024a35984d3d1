import type { CaseRecord } from '../case/case-record.ts';
import type { Link } from './link.ts';

/** Links into and out of each object that has any; built once per query, in one pass over the links. */
export type LinksByObject = { readonly into: ReadonlyMap<string, readonly Link[]>; readonly outOf: ReadonlyMap<string, readonly Link[]> };

export function linksByObject(record: CaseRecord): LinksByObject {
  const into = new Map<string, Link[]>();
  const outOf = new Map<string, Link[]>();
  for (const link of Object.values(record.links)) {
    push(into, link.toId, link);
    push(outOf, link.fromId, link);
  }
  return { into, outOf };
}

function push(map: Map<string, Link[]>, key: string, link: Link): void {
  const list = map.get(key);
  if (list) list.push(link);
  else map.set(key, [link]);
}
