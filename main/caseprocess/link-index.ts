import type { ReadableCase } from '#main/usecases/ports/open-case.ts';
import type { LinkHead } from '#shared/domain/case/case-heads.ts';
import type { CaseEvent } from '#shared/domain/case/change.ts';
import { objectAt } from '#shared/domain/case/find-object.ts';
import { eachOf } from '#shared/domain/case/objects-of.ts';
import { type LinksByObject, linksByObject } from '#shared/domain/link/links-by-object.ts';

export type LinkIndex = { readonly links: () => LinksByObject; readonly noteChange: (event: CaseEvent) => void };

/** Links by the objects they touch: built at the first question, then kept up with each edit, so that one link costs one link however large the case. */
export function linkIndex(openCase: Pick<ReadableCase, 'heads'>): LinkIndex {
  const known = new Map<string, LinkHead>();
  const into = new Map<string, readonly LinkHead[]>();
  const outOf = new Map<string, readonly LinkHead[]>();
  let built = false;

  const bringUpToDate = (id: string): void => {
    const before = known.get(id);
    const now = objectAt(openCase.heads(), 'link', id);
    if (before) {
      takeOut(into, before.toId, id);
      takeOut(outOf, before.fromId, id);
      known.delete(id);
    }
    if (now) {
      into.set(now.toId, [...(into.get(now.toId) ?? []), now]);
      outOf.set(now.fromId, [...(outOf.get(now.fromId) ?? []), now]);
      known.set(id, now);
    }
  };

  const takeAll = (): void => {
    const all = linksByObject(openCase.heads());
    for (const [id, links] of all.into) into.set(id, links);
    for (const [id, links] of all.outOf) outOf.set(id, links);
    for (const link of eachOf(openCase.heads().links)) known.set(link.id, link);
  };

  return {
    links: () => {
      if (!built) takeAll();
      built = true;
      return { into, outOf };
    },
    noteChange: (event) => {
      if (built && event.type === 'changed' && event.collections.includes('links')) for (const id of event.ids) bringUpToDate(id);
    },
  };
}

function takeOut(map: Map<string, readonly LinkHead[]>, key: string, id: string): void {
  const left = (map.get(key) ?? []).filter((link) => link.id !== id);
  if (left.length > 0) map.set(key, left);
  else map.delete(key);
}
