import type { CaseHeads } from '../case/case-heads.ts';
import { objectAt } from '../case/find-object.ts';

/** The source and those it relays, nearest first; the last is the root of its family. A circle in damaged data ends the walk. */
export function originFamily(record: CaseHeads, sourceId: string): readonly string[] {
  const chain: string[] = [];
  for (let id: string | null = sourceId; id !== null && !chain.includes(id); id = objectAt(record, 'source', id)?.originId ?? null) chain.push(id);
  return chain;
}
