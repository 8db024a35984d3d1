import { keptInOrder } from '#shared/domain/case/keep-thing.ts';
import { removeSearch, renameSearch, saveSearch } from '#shared/domain/search/save-search.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { done } from '#shared/kernel/reply.ts';
import { commitEdit, commitNew } from '../commit-edit.ts';
import type { CommandUse, QueryUse } from '../handler.ts';

export const saveNewSearch: CommandUse<'search/save'> = (desk, input) => commitNew(desk, 'searches', (record, facts) => saveSearch(record, input, facts));

export const renameSavedSearch: CommandUse<'search/rename'> = (desk, input) => commitEdit(desk, (record, facts) => renameSearch(record, input, facts));

export const removeSavedSearch: CommandUse<'search/remove'> = (desk, { id }) => commitEdit(desk, (record) => removeSearch(record, id));

export const listSavedSearches: QueryUse<'search/saved'> = async (desk) => done(keptInOrder(desk.openCase.record().searches));

export const countSavedHits: QueryUse<'search/saved-hits'> = async (desk) => {
  const counted: { id: ObjectId; hits: number }[] = [];
  for (const { id, query } of keptInOrder(desk.openCase.record().searches)) {
    const hits = await desk.search.count(query);
    if (!hits.ok) return hits;
    counted.push({ id, hits: hits.value });
  }
  return done(counted);
};
