import type { OpenCase } from '#main/casestore/open-case.ts';
import type { FoundObjects } from '#main/search/find-in-segments.ts';
import { layeredIndex } from '#main/search/layered-index.ts';
import { SegmentDamage } from '#main/search/segment.ts';
import type { JobsPort } from '#main/usecases/ports/desk.ts';
import type { Progress } from '#main/usecases/ports/progress.ts';
import type { SearchPort } from '#main/usecases/ports/search.ts';
import { type SearchHit, searchIndexJob } from '#shared/contract/search.ts';
import { collectionOf, objectKinds } from '#shared/domain/case/case-record.ts';
import type { CaseEvent } from '#shared/domain/case/change.ts';
import { labelOf } from '#shared/domain/case/label-of.ts';
import { countOf } from '#shared/domain/case/objects-of.ts';
import { parseQuery, type SearchQuery } from '#shared/domain/search/parse-query.ts';
import { done, refused } from '#shared/kernel/reply.ts';
import { buildAnew, inSlices, readChanged, spokenBy, writeLayers } from './index-work.ts';
import { meetsConditions, objectsMeeting } from './search-conditions.ts';
import { searchableOf } from './searchable.ts';
import { foundBy, type IsFound, snippetOf } from './snippet.ts';

export type SearchIndex = SearchPort & {
  readonly noteChange: (event: CaseEvent) => void;
  /** Keeps the index up to date while nothing else is to be done, and builds it where there is none. */
  readonly tend: () => void;
  /** Before the case is closed: reads what changed, as long as that is little. */
  readonly beforeClose: () => Promise<void>;
  /** When the last snapshot is taken: writes what the case folder does not have. Throws nothing for the disk. */
  readonly atClose: () => void;
  /** After bytes of the case were let go of: nothing of what was removed stays in the index either. */
  readonly afterCompaction: () => Promise<void>;
};

/** Changed objects that are read while a case is closed; more are read when it is opened again. */
const mostReadAtClose = 500;
/** Quiet before the index goes on with what changed. */
const quietMs = 1_500;
/** Objects whose reading is shown as a job. */
const shownAsJob = 200;

/**
 * Full-text search over the open case. The index lies sealed in the case folder and is opened at the first search; a change marks objects, which are read before the next search or
 * when there is time. Without a usable index one is built.
 */
export function searchIndex(openCase: OpenCase, jobs: JobsPort, report: (bug: unknown) => void): SearchIndex {
  const index = layeredIndex();
  const shelf = openCase.searchShelf;
  const stale = new Set<string>();
  /** Entities that may have been renamed: claims by them are looked for when the index is brought up to date. */
  const renamed = new Set<string>();
  /** Objects that an earlier session left unread. */
  let leftUnread: ReadonlySet<string> = new Set();
  const headAtStart = shelf.head();
  let state: 'closed' | 'ready' | 'absent' = 'closed';
  let writtenAt = '';
  let timer: NodeJS.Timeout | null = null;
  let tended = false;
  let ended = false;
  /** The case is about to be closed: what takes long is left to the next session. */
  let hurried = false;
  // Whatever brings the index up to date waits for what does it already; a merge does not keep searches waiting.
  let turn: Promise<unknown> = Promise.resolve();
  let tending: Promise<void> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };

  const open = (): void => {
    if (state !== 'closed') return;
    state = 'absent';
    const content = shelf.open();
    if (typeof content === 'string') return;
    const changed = content.head === headAtStart ? [] : shelf.changedAfter(content.head);
    if (!changed || !content.layers.every((layer) => index.addLayer(layer, layer.bytes, layer.name))) {
      index.clear();
      return;
    }
    leftUnread = new Set(content.unread);
    for (const id of [...content.unread, ...changed]) stale.add(id);
    for (const id of changed) if (Object.hasOwn(openCase.record().entities, id)) renamed.add(id);
    writtenAt = content.head;
    state = 'ready';
  };
  const objects = (): number => objectKinds.reduce((sum, kind) => sum + countOf(openCase.record()[collectionOf[kind]]), 0);

  const markSpoken = (): void => {
    const known = new Set([...renamed].filter((id) => index.knows(id) || leftUnread.has(id)));
    renamed.clear();
    for (const id of spokenBy(openCase, known)) stale.add(id);
  };
  /** Runs a part of the work as a job of the tray. */
  const asJob = async <T>(shown: boolean, work: (report: Progress) => Promise<T>): Promise<T> => {
    if (!shown) return work({ step: () => undefined, cancelled: () => hurried });
    const job = jobs.start(searchIndexJob);
    let end: 'done' | 'failed' | 'cancelled' = 'failed';
    try {
      const made = await work({ step: job.step, cancelled: () => hurried || job.cancelled() });
      end = hurried || job.cancelled() ? 'cancelled' : 'done';
      return made;
    } finally {
      job.end(end);
    }
  };
  const bringUpToDate = async (): Promise<void> => {
    open();
    if (state === 'absent') {
      const built = await asJob(objects() >= shownAsJob, (report) => buildAnew(openCase, index, stale, report));
      renamed.clear();
      if (!built) return;
      state = 'ready';
      writtenAt = '';
    }
    markSpoken();
    if (stale.size > 0) await asJob(stale.size >= shownAsJob, (report) => readChanged(openCase, index, stale, report));
  };
  /** Asks the index; where a part of it turns out damaged, once more one that was built anew. `null` while there is none. */
  const askUpToDate = async <T>(query: SearchQuery, ask: (accept: ((id: string) => boolean) | undefined) => T): Promise<T | null> => {
    const accept = query.conditions.length === 0 ? undefined : meetsConditions(openCase.heads(), query.conditions);
    for (let attempt = 0; ; attempt += 1) {
      await bringUpToDate();
      if (state === 'absent') return null;
      try {
        return ask(accept);
      } catch (error) {
        if (attempt > 0) throw error;
        noteDamage(error);
      }
    }
  };

  const noteDamage = (error: unknown): void => {
    if (!(error instanceof SegmentDamage)) throw error;
    state = 'absent';
  };
  const writeNow = (): void => {
    if (openCase.readOnly || state !== 'ready') return;
    const unwritten = index.fresh().objects > 0 || index.layers().some(({ name }) => name === null);
    const head = shelf.head();
    if (!unwritten && head === writtenAt) return;
    try {
      if (writeLayers(index, shelf, stale)) writtenAt = head;
    } catch (error) {
      noteDamage(error);
    }
  };
  /** What can wait until nobody works: reading what changed, large merges, and writing what was gathered. */
  const tendOnce = async (): Promise<void> => {
    if (ended) return;
    try {
      await inTurn(bringUpToDate);
      await inSlices(index.merge({}), () => ended);
      await inTurn(async () => {
        if (!ended && index.layers().some(({ name }) => name === null)) writeNow();
      });
    } catch (error) {
      if (error instanceof SegmentDamage) state = 'absent';
      else report(error);
    }
  };
  const soon = (): void => {
    if (!tended || ended || timer) return;
    timer = setTimeout(() => {
      timer = null;
      tending = tending.then(tendOnce);
    }, quietMs);
    timer.unref();
  };

  return {
    noteChange: (event) => {
      if (event.type !== 'changed') return;
      for (const id of event.ids) {
        stale.add(id);
        if (event.collections.includes('entities')) renamed.add(id);
      }
      soon();
    },
    find: async (typed, limit) => {
      const query = parseQuery(typed);
      if (query.clauses.length === 0) {
        const ids = query.conditions.length === 0 ? [] : objectsMeeting(openCase.heads(), query.conditions, limit);
        const hits = ids.map(async (id) => hitOf(openCase, { id, score: 0, field: 'label' }, () => false));
        return done((await Promise.all(hits)).flatMap((hit) => hit ?? []));
      }
      const answer = await inTurn(() => askUpToDate(query, (accept): FoundObjects => index.find(query.clauses, limit, accept)));
      if (!answer) return refused({ kind: 'cancelled' });
      const { objects, slipped } = answer;
      const found = foundBy(query.clauses, slipped);
      const hits: SearchHit[] = [];
      for (const object of objects) {
        const hit = await hitOf(openCase, object, found);
        if (hit) hits.push(hit);
      }
      return done(hits);
    },
    count: async (typed) => {
      const query = parseQuery(typed);
      if (query.clauses.length === 0) return done(query.conditions.length === 0 ? 0 : objectsMeeting(openCase.heads(), query.conditions).length);
      const count = await inTurn(() => askUpToDate(query, (accept) => index.count(query.clauses, accept)));
      return count === null ? refused({ kind: 'cancelled' }) : done(count);
    },
    ids: async (typed, limit) => {
      const query = parseQuery(typed);
      const found = await inTurn(() => askUpToDate(query, (accept) => index.find(query.clauses, limit, accept)));
      return found === null ? refused({ kind: 'cancelled' }) : done(found.objects.map(({ id }) => id));
    },
    tend: () => {
      tended = !openCase.readOnly;
      soon();
    },
    beforeClose: async () => {
      ended = true;
      hurried = true;
      if (timer) clearTimeout(timer);
      await tending;
      await turn;
      hurried = false;
      if (openCase.readOnly || (state === 'closed' && shelf.head() === headAtStart)) return;
      open();
      if (state === 'absent' && objects() > mostReadAtClose) return;
      markSpoken();
      if (state === 'absent' || stale.size <= mostReadAtClose) await bringUpToDate();
    },
    atClose: writeNow,
    afterCompaction: async () => {
      await tending;
      await inTurn(async () => {
        await bringUpToDate();
        writtenAt = '';
        try {
          index.settle();
          await inSlices(index.merge({ all: true }));
        } catch (error) {
          noteDamage(error);
        }
        writeNow();
        if (writtenAt === '') shelf.clear();
      });
    },
  };
}

async function hitOf(openCase: OpenCase, { id, score, field }: FoundObjects['objects'][number], found: IsFound): Promise<SearchHit | null> {
  const label = labelOf(openCase.record(), id);
  const searchable = await searchableOf(openCase, id);
  if (!label || !searchable) return null;
  return { ...label, score, field, ...snippetOf(searchable[field], found) };
}
