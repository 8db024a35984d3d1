import { openView } from '../../bridge/navigation.ts';
import { store } from '../../bridge/store.ts';

/** Views the tour goes through, in the order of the work. */
export const tourSteps = ['overview', 'evidence', 'claims', 'links', 'notes', 'dossier', 'settings'] as const;

/** Which step is shown; null while there is no tour. */
export const tourAt = store<number | null>(null);

export function beginTour(): void {
  goToStep(0);
}

export function goToStep(at: number): void {
  const view = tourSteps[at];
  tourAt.set(view === undefined ? null : at);
  if (view !== undefined) openView(view);
}

export function endTour(): void {
  tourAt.set(null);
}
