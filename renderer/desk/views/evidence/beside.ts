import type { EvidenceRow } from '#shared/contract/evidence.ts';
import type { EvidenceItem } from '#shared/domain/evidence/evidence-item.ts';
import { store } from '../../bridge/store.ts';

/** What stands beside a text: nothing, the page as saved, or another text by the id of its item. */
export type Beside = 'none' | 'page' | `text:${string}`;

/** Chosen once for the sitting: whoever wants pages beside texts wants them beside the next one too. */
export const wantsPage = store<boolean>(true);

/** Translations among what was made of an item, the newest first. */
export function translationsOf(derived: readonly EvidenceRow[] | undefined): readonly EvidenceRow[] {
  return (derived ?? []).filter((row) => row.translator !== undefined).toReversed();
}

/** What to begin with: beside a translation its original, else the page when there is one and pages are wanted. */
export function firstBeside(item: EvidenceItem, pageWanted: boolean): Beside {
  if (item.translator !== undefined && item.derivedFrom) return `text:${item.derivedFrom.evidenceId}`;
  return item.page !== null && pageWanted ? 'page' : 'none';
}
