import { store } from './store.ts';

/** Something one view is asked to begin as soon as it shows, such as the form of a new claim; the view takes it once. */
export const request = store<string | null>(null);

export function ask(what: string): void {
  request.set(what);
}

/** Whether `what` was asked; answering takes it. */
export function take(what: string): boolean {
  if (request.get() !== what) return false;
  request.set(null);
  return true;
}
