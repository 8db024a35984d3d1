import type { ActionId } from './action-ids.ts';
import { store } from './store.ts';

/** Runs actions by name from anywhere: buttons of views, menu events, palette, keys. The frame says how. */
const runner = store<(id: ActionId) => void>(() => undefined);

export function setActionRunner(run: (id: ActionId) => void): void {
  runner.set(run);
}
export function runAction(id: ActionId): void {
  runner.get()(id);
}
