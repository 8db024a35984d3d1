import type { CustodyAction } from '#shared/domain/custody/custody-entry.ts';
import { custodyTerms } from '#shared/wording/english/custody-terms.ts';

/** Name of a custody action for the reader; one of a newer version is shown as it is. */
export function actionName(action: string): string {
  return custodyTerms[action as CustodyAction] ?? action;
}
