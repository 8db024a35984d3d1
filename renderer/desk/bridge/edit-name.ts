import type { EditLabel } from '#shared/domain/case/change.ts';
import { editTerms } from '#shared/wording/english/edit-terms.ts';

/** Name of an edit for the reader. A label of a newer case process is shown as it is. */
export function editName(label: string): string {
  return editTerms[label as EditLabel] ?? label;
}
