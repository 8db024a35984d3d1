import type { ClaimGrouping } from '#shared/domain/claim/kept-filter.ts';
import type { LedgerColumn } from '#shared/domain/claim/ledger-order.ts';
import { store } from '../../bridge/store.ts';
import type { ListWish } from '../../bridge/use-list.ts';
import type { Sort } from '../../components/table/columns.ts';
import { everything, type LedgerFilter, questionOf } from './ledger-filter.ts';

/** How the ledger is seen now; whoever comes back to it finds it so. `keptId` is the kept filter it was taken from. */
export type LedgerDesk = { readonly filter: LedgerFilter; readonly grouping: ClaimGrouping; readonly keptId: string | null; readonly sort: Sort | null };
export const wholeLedger: Omit<LedgerDesk, 'sort'> = { filter: everything, grouping: 'none', keptId: null };

export const ledgerDesk = store<LedgerDesk>({ ...wholeLedger, sort: null });

export function changeLedger(part: Partial<LedgerDesk>): void {
  ledgerDesk.set({ ...ledgerDesk.get(), ...part });
}

/** What to ask the case for the ledger as it is seen; `byRole` where roles are shown in place of names. */
export function ledgerQuestion({ filter, grouping, sort }: LedgerDesk, byRole: boolean): ListWish<'claims/ledger'> {
  return {
    ...(byRole && { byRole }),
    ...questionOf(filter),
    ...(grouping !== 'none' && { grouping }),
    ...(sort && { sort: { by: sort.columnId as LedgerColumn, descending: sort.direction === 'descending' } }),
  };
}
