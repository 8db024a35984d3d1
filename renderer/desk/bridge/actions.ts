import type { ActionId } from './action-ids.ts';
import { settings } from './settings.ts';
import { store } from './store.ts';

/** Runs actions by name from anywhere: buttons of views, menu events, palette, keys. The frame says how. */
const runner = store<(id: ActionId) => void>(() => undefined);

export function setActionRunner(run: (id: ActionId) => void): void {
  runner.set(run);
}
export function runAction(id: ActionId): void {
  runner.get()(id);
}

/** What can be done from anywhere, as views may list it; `keys` are those of the first day. */
export type KnownAction = { readonly id: ActionId; readonly title: string; readonly keys: readonly string[] };
/** The frame says which there are, from its table and the manifests of the views. */
export const knownActions = store<readonly KnownAction[]>([]);

/** The keys of an action: those chosen in the settings, or those of the first day. */
export function keysOf({ id, keys }: Pick<KnownAction, 'id' | 'keys'>): readonly string[] {
  const chosen = settings.get()?.shortcuts[id];
  return chosen === undefined ? keys : chosen === '' ? [] : [chosen];
}

/** Another action that has these keys already, or null. */
export function actionWithKeys(wanted: string, exceptId: ActionId): KnownAction | null {
  return knownActions.get().find((action) => action.id !== exceptId && keysOf(action).includes(wanted)) ?? null;
}
