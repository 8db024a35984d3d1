import { labelOf } from '#shared/domain/case/label-of.ts';
import { foldText } from '#shared/domain/search/fold-text.ts';
import type { ReadingDesk } from '../ports/desk.ts';

/** What objects are called, folded as {@link foldText} does; each worked out once until it changes. Empty for what the case does not hold. */
export function labelWords(desk: ReadingDesk): (id: string) => string {
  const heads = desk.openCase.heads();
  const known = desk.keptOf<string>('labels');
  return (id) => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const label = labelOf(heads, id);
    const folded = foldText(label?.label ?? '');
    // A link is called by its ends, which change without it.
    if (label && label.kind !== 'link') known.set(id, folded);
    return folded;
  };
}
