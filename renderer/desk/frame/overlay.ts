import { store } from '../bridge/store.ts';

/** What stands over the desk now. */
export type Overlay = 'palette' | 'help' | 'guide' | 'import-files' | 'import-text' | 'jobs';
export const overlay = store<Overlay | null>(null);

export function show(what: Overlay): void {
  overlay.set(what);
}
export function closeOverlay(): void {
  overlay.set(null);
}
