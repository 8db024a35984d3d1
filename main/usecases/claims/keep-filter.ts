import { keptInOrder } from '#shared/domain/case/keep-thing.ts';
import { keepFilter, removeFilter } from '#shared/domain/claim/keep-filter.ts';
import { done } from '#shared/kernel/reply.ts';
import { commitEdit, commitNew } from '../commit-edit.ts';
import type { CommandUse, QueryUse } from '../handler.ts';

export const keepLedgerFilter: CommandUse<'claims/keep-filter'> = (desk, input) =>
  commitNew(desk, 'filters', (record, facts) => keepFilter(record, input, facts));

export const removeLedgerFilter: CommandUse<'claims/remove-filter'> = (desk, { id }) => commitEdit(desk, (record) => removeFilter(record, id));

/** Kept filters, in the order they were kept first. */
export const listFilters: QueryUse<'claims/filters'> = async (desk) => done(keptInOrder(desk.openCase.record().filters));
