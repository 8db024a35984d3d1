import type { SourceRow } from '#shared/contract/sources.ts';
import type { CaseHeads } from '#shared/domain/case/case-heads.ts';
import { objectAt } from '#shared/domain/case/find-object.ts';
import { eachOf } from '#shared/domain/case/objects-of.ts';
import type { Source } from '#shared/domain/source/source.ts';

/** Which evidence came from a source, and which claims are anchored in it; gathered in one pass over the case. */
export type SourceUse = { readonly evidence: ReadonlyMap<string, readonly string[]>; readonly claims: ReadonlyMap<string, ReadonlySet<string>> };

export function gatherSourceUse(record: CaseHeads): SourceUse {
  const evidence = new Map<string, string[]>();
  const claims = new Map<string, Set<string>>();
  for (const item of eachOf(record.evidence)) {
    const list = evidence.get(item.sourceId) ?? [];
    list.push(item.id);
    evidence.set(item.sourceId, list);
  }
  for (const claim of eachOf(record.claims)) {
    for (const anchor of claim.anchors) {
      const sourceId = objectAt(record, 'evidence', anchor.evidenceId)?.sourceId;
      if (sourceId === undefined) continue;
      const set = claims.get(sourceId) ?? new Set();
      set.add(claim.id);
      claims.set(sourceId, set);
    }
  }
  return { evidence, claims };
}

export function sourceRow(record: CaseHeads, source: Source, use: SourceUse): SourceRow {
  return {
    ...source,
    evidence: use.evidence.get(source.id)?.length ?? 0,
    claims: use.claims.get(source.id)?.size ?? 0,
    originTitle: source.originId === null ? null : (objectAt(record, 'source', source.originId)?.title ?? null),
  };
}
