import type { LucideIcon } from 'lucide-react';
import type { Label } from '#shared/contract/case.ts';
import type { ObjectKind } from '#shared/domain/case/case-record.ts';
import { keysOf } from '../../bridge/actions.ts';
import { labelDetail } from '../../bridge/label-detail.ts';
import { openObject } from '../../bridge/navigation.ts';
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

export function objectEntry({ id, kind, label, detail }: Label): PaletteEntry {
  return { id, title: label, detail: labelDetail({ kind, detail }), keys: null, picture: { kind }, run: () => openObject(kind, id) };
}
