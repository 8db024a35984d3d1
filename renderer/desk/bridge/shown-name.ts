import { visibleName } from '#shared/domain/evidence/visible-name.ts';
import { scrubber } from '#shared/dossier/scrub-text.ts';
import { store, useStore } from './store.ts';

/** How a name or a text of the case is shown: with marks for what it hides and, where that was chosen, roles in place of people at risk. */
type ShownName = (text: string) => string;
const shownName = store<ShownName>(visibleName);

export function useShownName(): ShownName {
  return useStore(shownName);
}

export type GoesByRole = { readonly role: string; readonly names: readonly string[] };

/** From now on roles stand for the names of `people`; `null` while it is not known who they are: then no name is shown at all. */
export function showRoles(people: readonly GoesByRole[] | null): void {
  if (people === null) {
    shownName.set(() => '…');
    return;
  }
  const needles = people.flatMap(({ names, role }) => names.filter((name) => name !== role).map((words) => ({ words, by: role })));
  const scrub = scrubber(needles.toSorted((a, b) => b.words.length - a.words.length));
  shownName.set((text) => visibleName(scrub(text)));
}

export function showNames(): void {
  shownName.set(visibleName);
}
