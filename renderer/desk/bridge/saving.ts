import { useEffect, useRef } from 'react';
import { deskWords } from '#shared/wording/english/desk.ts';
import { store } from './store.ts';
import { say } from './toasts.ts';

/** The forms in sight that hold changes, the one that changed last at the end. */
const forms = store<readonly (() => void)[]>([]);

/** Lets the key for saving, from anywhere in the desk, save this form while it holds changes. */
export function useSaving(save: () => void, changed: boolean): void {
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => {
    if (!changed) return;
    const saveNow = () => latest.current();
    forms.set([...forms.get(), saveNow]);
    return () => forms.set(forms.get().filter((form) => form !== saveNow));
  }, [changed]);
}

/** Saves the form that changed last, or says that nothing waits to be saved. */
export function saveForm(): void {
  const last = forms.get().at(-1);
  if (last) last();
  else say({ tone: 'plain', title: deskWords.nothingToSave });
}
