import type { ReadableCase } from '#main/usecases/ports.ts';
import type { CaseEvent } from '#shared/domain/case/change.ts';
import { objectAt } from '#shared/domain/case/find-object.ts';
import type { Link } from '#shared/domain/link/link.ts';
import type { LinksByObject } from '#shared/domain/link/links-by-object.ts';

export type LinkIndex = { readonly links: () => LinksByObject; readonly noteChange: (event: CaseEvent) => void };

/** Links by the objects they touch: built at the first question, then kept up with each edit, so that one link costs one link however large the case. */
export function linkIndex(openCase: ReadableCase): LinkIndex {
  const known = new Map<string, Link>();
  const into = new Map<string, readonly Link[]>();
  const outOf = new Map<string, readonly Link[]>();
  let built = false;

  const bringUpToDate = (id: string): void => {
    const before = known.get(id);
    const now = objectAt(openCase.record(), 'link', id);
    if (before === now) return;
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

  return {
    links: () => {
      if (!built) for (const id of Object.keys(openCase.record().links)) bringUpToDate(id);
      built = true;
      return { into, outOf };
    },
    noteChange: (event) => {
      if (built && event.type === 'changed' && event.collections.includes('links')) for (const id of event.ids) bringUpToDate(id);
    },
  };
}

function takeOut(map: Map<string, readonly Link[]>, key: string, id: string): void {
  const left = (map.get(key) ?? []).filter((link) => link.id !== id);
  if (left.length > 0) map.set(key, left);
  else map.delete(key);
}
