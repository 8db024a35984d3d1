import type { ObjectKind } from '#shared/domain/case/case-record.ts';
import { store, useStore } from './store.ts';

/** Where the analyst is: a view and, in it, an object. */
export type Place = { readonly view: string; readonly objectId: string | null };
export type Trail = { readonly back: readonly Place[]; readonly here: Place; readonly forward: readonly Place[] };

const longest = 200;
export const trail = store<Trail>({ back: [], here: { view: 'overview', objectId: null }, forward: [] });

function same(a: Place, b: Place): boolean {
  return a.view === b.view && a.objectId === b.objectId;
}

export function visited(from: Trail, to: Place): Trail {
  return same(from.here, to) ? from : { back: [...from.back, from.here].slice(-longest), here: to, forward: [] };
}
export function steppedBack(from: Trail): Trail {
  const here = from.back.at(-1);
  return here ? { back: from.back.slice(0, -1), here, forward: [from.here, ...from.forward] } : from;
}
export function steppedForward(from: Trail): Trail {
  const [here, ...forward] = from.forward;
  return here ? { back: [...from.back, from.here], here, forward } : from;
}

/** Which view shows an object of a kind; the frame sets it from the manifests. */
export const viewOfKind = store<{ readonly [K in ObjectKind]?: string }>({});

export function openView(view: string, objectId: string | null = null): void {
  trail.set(visited(trail.get(), { view, objectId }));
}

/** Shows an object in the view of its kind. */
export function openObject(kind: ObjectKind, id: string | null): void {
  const view = viewOfKind.get()[kind];
  if (view !== undefined) openView(view, id);
}

/** Selecting another row of the same list replaces the place instead of growing the trail. */
export function selectObject(id: string | null): void {
  const { back, here, forward } = trail.get();
  if (here.objectId === id) return;
  if (here.objectId === null || id === null) openView(here.view, id);
  else trail.set({ back, here: { ...here, objectId: id }, forward });
}

export function goBack(): void {
  trail.set(steppedBack(trail.get()));
}
export function goForward(): void {
  trail.set(steppedForward(trail.get()));
}

export function useNavigation(): Trail {
  return useStore(trail);
}
