import { selectObject, useNavigation } from './navigation.ts';

/** The object shown in the current view, and how to choose another: what list and detail share. */
export function useSelection(): { readonly id: string | null; readonly select: (id: string | null) => void } {
  return { id: useNavigation().here.objectId, select: selectObject };
}
