import { Bookmark, type LucideIcon } from 'lucide-react';
import type { Label } from '#shared/contract/case.ts';
import type { ObjectKind } from '#shared/domain/case/case-record.ts';
import type { SavedSearch } from '#shared/domain/search/saved-search.ts';
import { savedSearchWords } from '#shared/wording/english/views/search-words.ts';
import { keysOf } from '../../bridge/actions.ts';
import { labelDetail } from '../../bridge/label-detail.ts';
import { openObject } from '../../bridge/navigation.ts';
import { openSearch } from '../../bridge/search-typed.ts';
import type { Action } from '../action.ts';
import { asTyped, matchScore } from './match-score.ts';

export type PaletteEntry = {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly keys: string | null;
  readonly picture: { readonly icon: LucideIcon } | { readonly kind: ObjectKind };
  readonly run: () => void;
};

/** What fits best first. An action is also found by its English name, and by what the same keys type with another layout. */
export function matchingActions(actions: readonly Action[], typed: string): readonly Action[] {
  const forms = asTyped(typed);
  const score = ({ title, englishTitle }: Action) => Math.max(...forms.flatMap((form) => [matchScore(title, form), matchScore(englishTitle ?? '', form)]));
  const scored = actions.map((action) => ({ action, fits: score(action) })).filter(({ fits }) => fits > 0);
  return scored.toSorted((a, b) => b.fits - a.fits).map(({ action }) => action);
}

export function actionEntry(action: Action): PaletteEntry {
  const { id, title, icon, run } = action;
  return { id, title, detail: '', keys: keysOf(action)[0] ?? null, picture: { icon }, run };
}

/** Saved searches whose name or words fit, offered as actions are. */
export function matchingSearches(saved: readonly SavedSearch[], typed: string): readonly PaletteEntry[] {
  const forms = asTyped(typed);
  const titled = saved.map((search) => ({ ...search, title: savedSearchWords.open(search.title) }));
  const fits = titled.filter(({ title, query }) => forms.some((form) => Math.max(matchScore(title, form), matchScore(query, form)) > 0));
  return fits.map(({ id, title, query }) => ({ id: `search/${id}`, title, detail: '', keys: null, picture: { icon: Bookmark }, run: () => openSearch(query) }));
}

export function objectEntry({ id, kind, label, detail }: Label): PaletteEntry {
  return { id, title: label, detail: labelDetail({ kind, detail }), keys: null, picture: { kind }, run: () => openObject(kind, id) };
}
