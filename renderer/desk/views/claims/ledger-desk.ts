import type { ClaimGrouping } from '#shared/domain/claim/kept-filter.ts';
import { store } from '../../bridge/store.ts';
import { everything, type LedgerFilter } from './ledger-filter.ts';

/** How the ledger is seen now; whoever comes back to it finds it so. `keptId` is the kept filter it was taken from. */
export type LedgerDesk = { readonly filter: LedgerFilter; readonly grouping: ClaimGrouping; readonly keptId: string | null };
export const wholeLedger: LedgerDesk = { filter: everything, grouping: 'none', keptId: null };

export const ledgerDesk = store<LedgerDesk>(wholeLedger);

export function changeLedger(part: Partial<LedgerDesk>): void {
  ledgerDesk.set({ ...ledgerDesk.get(), ...part });
}
