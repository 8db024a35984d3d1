import type { ObjectId } from '#shared/kernel/ids.ts';
import { type Reply, refused } from '#shared/kernel/reply.ts';
import type { CaseRecord } from '../case/case-record.ts';
import type { Change } from '../case/change.ts';
import type { EditFacts } from '../case/edit-facts.ts';
import { keepThing, keptAt, removeThing } from '../case/keep-thing.ts';
import { foldText } from '../search/fold-text.ts';
import type { WatchTerm } from './watch-term.ts';

export type WatchInput = Pick<WatchTerm, 'term' | 'reason'>;

/** From now on new material is looked through for these words. */
export function watchWords(record: CaseRecord, { term, reason }: WatchInput, facts: EditFacts): Reply<Change> {
  if (isWatched(record, term, null)) return refused({ kind: 'refused', rule: 'watched-already' });
  return keepThing(record, { collection: 'watches', label: 'watch-words' }, undefined, { term, reason }, facts);
}

/** Changes a watch term or why it is one; what is not given stays. */
export function editWatch(
  record: CaseRecord,
  id: ObjectId,
  changes: { readonly [K in keyof WatchInput]?: WatchInput[K] | undefined },
  facts: EditFacts,
): Reply<Change> {
  const before = keptAt(record, 'watches', id);
  const term = changes.term ?? before?.term ?? '';
  if (before !== null && isWatched(record, term, id)) return refused({ kind: 'refused', rule: 'watched-already' });
  const reason = changes.reason === undefined ? (before?.reason ?? null) : changes.reason;
  return keepThing(record, { collection: 'watches', label: 'edit-watch' }, id, { term, reason }, facts);
}

/** Waits for these words no more; what was found is not touched. */
export function unwatchWords(record: CaseRecord, id: string): Reply<Change> {
  return removeThing(record, { collection: 'watches', label: 'unwatch-words' }, id);
}

function isWatched(record: CaseRecord, term: string, exceptId: string | null): boolean {
  const wanted = folded(term);
  return Object.values(record.watches).some((watch) => watch.id !== exceptId && folded(watch.term) === wanted);
}

function folded(term: string): string {
  return foldText(term.trim().replace(/\s+/gu, ' '));
}
