import type { ComponentType } from 'react';
import { store } from '../bridge/store.ts';
import type { ViewManifest } from '../bridge/view-manifest.ts';

/** Views whose code has come. */
export const viewCode = store<ReadonlyMap<string, ComponentType>>(new Map());

/** Fetches the code of a view from the application's own files, once; fails when it cannot be had, and may be tried again. */
export async function loadView(view: ViewManifest): Promise<void> {
  if (viewCode.get().has(view.id)) return;
  const component = await view.load();
  viewCode.set(new Map([...viewCode.get(), [view.id, component]]));
}
