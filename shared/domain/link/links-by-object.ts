import type { CaseHeads, LinkHead } from '../case/case-heads.ts';
import { eachOf } from '../case/objects-of.ts';

/** Links into and out of each object that has any; built once per query, in one pass over the links. */
export type LinksByObject = { readonly into: ReadonlyMap<string, readonly LinkHead[]>; readonly outOf: ReadonlyMap<string, readonly LinkHead[]> };

export function linksByObject(record: CaseHeads): LinksByObject {
  const into = new Map<string, LinkHead[]>();
  const outOf = new Map<string, LinkHead[]>();
  for (const link of eachOf(record.links)) {
    push(into, link.toId, link);
    push(outOf, link.fromId, link);
  }
  return { into, outOf };
}

function push(map: Map<string, LinkHead[]>, key: string, link: LinkHead): void {
  const list = map.get(key);
  if (list) list.push(link);
  else map.set(key, [link]);
}
