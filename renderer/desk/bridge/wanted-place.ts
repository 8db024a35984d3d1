import { openObject } from './navigation.ts';
import { store } from './store.ts';

/** A place of a text that is to be shown, [start, end) in UTF-16 code units; whoever shows the exhibit takes it. */
export type WantedPlace = { readonly evidenceId: string; readonly start: number; readonly end: number };
export const wantedPlace = store<WantedPlace | null>(null);

/** Opens an exhibit at a place of its text. */
export function openPlace(place: WantedPlace): void {
  wantedPlace.set(place);
  openObject('evidence', place.evidenceId);
}
