import { keptInOrder } from '#shared/domain/case/keep-thing.ts';
import { editWatch, unwatchWords, watchWords } from '#shared/domain/watch/watch-words.ts';
import { done } from '#shared/kernel/reply.ts';
import { commitEdit, commitNew } from '../commit-edit.ts';
import type { CommandUse, QueryUse } from '../handler.ts';

export const addWatchTerm: CommandUse<'watch/add'> = (desk, input) => commitNew(desk, 'watches', (record, facts) => watchWords(record, input, facts));

export const editWatchTerm: CommandUse<'watch/edit'> = (desk, { id, ...changes }) => commitEdit(desk, (record, facts) => editWatch(record, id, changes, facts));

export const removeWatchTerm: CommandUse<'watch/remove'> = (desk, { id }) => commitEdit(desk, (record) => unwatchWords(record, id));

export const listWatchTerms: QueryUse<'watch/list'> = async (desk) => done(keptInOrder(desk.openCase.record().watches));
