import type { ObjectKind } from '#shared/domain/case/case-record.ts';
import { store, useStore } from './store.ts';

/** What was typed into a form and not saved. It outlives going elsewhere in the desk, and ends with the lock. */
export type Draft = { readonly kind: ObjectKind; readonly id: string; readonly value: unknown };

export const drafts = store<readonly Draft[]>([]);

const isOf = (kind: ObjectKind, id: string) => (draft: Draft) => draft.kind === kind && draft.id === id;

function keepDraft(kind: ObjectKind, id: string, value: unknown): void {
  const others = drafts.get().filter((draft) => !isOf(kind, id)(draft));
  drafts.set(value === null ? others : [...others, { kind, id, value }]);
}

/** Like `useState` for the changes of a form about one object; null while nothing is changed. Whoever comes back finds them as they were. */
export function useDraft<T>(kind: ObjectKind, id: string): readonly [T | null, (next: T | null) => void] {
  const draft = useStore(drafts).find(isOf(kind, id));
  return [(draft?.value as T | undefined) ?? null, (next) => keepDraft(kind, id, next)];
}

/** Changes a part of what is kept now, or of how the form began: right also where an editor still calls the function of an earlier drawing. */
export function changeDraft<T extends object>(kind: ObjectKind, id: string, beginning: T, part: Partial<T>): void {
  const kept = drafts.get().find(isOf(kind, id))?.value as T | undefined;
  keepDraft(kind, id, { ...(kept ?? beginning), ...part });
}

export function useDrafts(): readonly Draft[] {
  return useStore(drafts);
}
