import type { SourceRow } from '#shared/contract/sources.ts';
import { objectAt } from '#shared/domain/case/find-object.ts';
import { eachOf } from '#shared/domain/case/objects-of.ts';
import type { ReadingDesk } from '../ports/desk.ts';

/** Which evidence came from a source, and which claims are anchored in it. */
export type SourceUse = { readonly evidence: ReadonlyMap<string, readonly string[]>; readonly claims: ReadonlyMap<string, ReadonlySet<string>> };

/** Gathered in one pass over the case, once until something of it changes. */
export function sourceUse(desk: ReadingDesk): SourceUse {
  return desk.kept('use of sources', ['evidence', 'claims'], () => {
    const heads = desk.openCase.heads();
    const evidence = new Map<string, string[]>();
    const claims = new Map<string, Set<string>>();
    const sourceOf = new Map<string, string>();
    for (const item of eachOf(heads.evidence)) {
      const list = evidence.get(item.sourceId) ?? [];
      list.push(item.id);
      evidence.set(item.sourceId, list);
      sourceOf.set(item.id, item.sourceId);
    }
    if (sourceOf.size === 0) return { evidence, claims };
    for (const claim of eachOf(heads.claims)) {
      for (const anchor of claim.anchors) {
        const sourceId = sourceOf.get(anchor.evidenceId);
        if (sourceId === undefined) continue;
        const set = claims.get(sourceId) ?? new Set();
        set.add(claim.id);
        claims.set(sourceId, set);
      }
    }
    return { evidence, claims };
  });
}

/** Rows in the order of `ids`; what the case no longer holds is left out. */
export function sourceRowsAt(desk: ReadingDesk, ids: readonly string[]): SourceRow[] {
  const [record, heads] = [desk.openCase.record(), desk.openCase.heads()];
  const use = sourceUse(desk);
  return ids.flatMap((id) => {
    const source = objectAt(record, 'source', id);
    if (!source) return [];
    return {
      ...source,
      evidence: use.evidence.get(id)?.length ?? 0,
      claims: use.claims.get(id)?.size ?? 0,
      originTitle: source.originId === null ? null : (objectAt(heads, 'source', source.originId)?.title ?? null),
    };
  });
}
