import type { ReadableCase } from '#main/usecases/ports/open-case.ts';
import type { CaseEvent } from '#shared/domain/case/change.ts';
import { objectAt } from '#shared/domain/case/find-object.ts';
import type { Lookup } from '#shared/domain/case/lookup.ts';
import { eachOf } from '#shared/domain/case/objects-of.ts';
import { addedFirst, namesOf } from '#shared/domain/entity/find-or-add-actor.ts';

export type LookupIndex = { readonly lookup: () => Lookup; readonly noteChange: (event: CaseEvent) => void };

/** Entities by name and evidence by digest: built at the first question, then kept up with each edit, so that an edit costs the same in any case. */
export function lookupIndex(openCase: Pick<ReadableCase, 'record' | 'heads'>): LookupIndex {
  const entities = keyedIndex(() => openCase.heads().entities, namesOf);
  const evidence = keyedIndex(
    () => openCase.heads().evidence,
    (item) => [item.sha256],
  );
  const lookup: Lookup = {
    entityByFoldedName: (folded) => {
      const found = addedFirst(entities.find(folded));
      return found && objectAt(openCase.record(), 'entity', found.id);
    },
    evidenceByDigest: (sha256) => {
      const [found] = evidence.find(sha256);
      return found ? objectAt(openCase.record(), 'evidence', found.id) : null;
    },
  };
  return {
    lookup: () => lookup,
    noteChange: (event) => {
      if (event.type !== 'changed') return;
      if (event.collections.includes('entities')) entities.bringUpToDate(event.ids);
      if (event.collections.includes('evidence')) evidence.bringUpToDate(event.ids);
    },
  };
}

function keyedIndex<T extends { readonly id: string }>(collection: () => { readonly [id: string]: T }, keysOf: (object: T) => readonly string[]) {
  const known = new Map<string, T>();
  const idsByKey = new Map<string, Set<string>>();
  let built = false;

  const take = (object: T): void => {
    for (const key of keysOf(object)) idsByKey.set(key, (idsByKey.get(key) ?? new Set<string>()).add(object.id));
    known.set(object.id, object);
  };
  const bringUpToDate = (ids: Iterable<string>): void => {
    const objects = collection();
    for (const id of ids) {
      const [before, now] = [known.get(id), objects[id]];
      if (before !== undefined) for (const key of keysOf(before)) takeOut(idsByKey, key, id);
      known.delete(id);
      if (now !== undefined) take(now);
    }
  };

  return {
    bringUpToDate: (ids: Iterable<string>) => {
      if (built) bringUpToDate(ids);
    },
    find: (key: string): readonly T[] => {
      if (!built) for (const object of eachOf(collection())) take(object);
      built = true;
      return [...(idsByKey.get(key) ?? [])].flatMap((id) => known.get(id) ?? []);
    },
  };
}

function takeOut(idsByKey: Map<string, Set<string>>, key: string, id: string): void {
  const ids = idsByKey.get(key);
  ids?.delete(id);
  if (ids?.size === 0) idsByKey.delete(key);
}
