import type { LucideIcon } from 'lucide-react';
import type { Label } from '#shared/contract/case.ts';
import type { ObjectKind } from '#shared/domain/case/case-record.ts';
import { foldText } from '#shared/domain/search/fold-text.ts';
import { openObject } from '../../bridge/navigation.ts';
import type { Action } from '../action.ts';

export type PaletteEntry = {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly keys: string | null;
  readonly picture: { readonly icon: LucideIcon } | { readonly kind: ObjectKind };
  readonly run: () => void;
};

/** Actions whose title holds every word typed; titles that begin with what was typed come first. */
export function matchingActions(actions: readonly Action[], typed: string): readonly Action[] {
  const query = foldText(typed.trim());
  const words = query.split(/\s+/).filter((word) => word !== '');
  const fits = actions.filter((action) => words.every((word) => foldText(action.title).includes(word)));
  return fits.toSorted((a, b) => Number(foldText(b.title).startsWith(query)) - Number(foldText(a.title).startsWith(query)));
}

export function actionEntry({ id, title, keys, icon, run }: Action): PaletteEntry {
  return { id, title, detail: '', keys: keys[0] ?? null, picture: { icon }, run };
}

export function objectEntry({ id, kind, label, detail }: Label): PaletteEntry {
  return { id, title: label, detail, keys: null, picture: { kind }, run: () => openObject(kind, id) };
}
