import { store } from './store.ts';

export type Toast = {
  readonly key: number;
  readonly tone: 'plain' | 'good' | 'bad';
  readonly title: string;
  readonly detail?: string;
  /** One thing to do about it, such as undo. */
  readonly act?: { readonly label: string; readonly run: () => void };
  /** Until somebody has seen it: nothing else on the screen may tell it. */
  readonly stays?: boolean;
};

export const toasts = store<readonly Toast[]>([]);
const shownAtOnce = 4;
let lastKey = 0;

/** Shows a message in the corner. An equal one that is still shown is replaced, so that a held key does not pile them up. */
export function say(toast: Omit<Toast, 'key'>): void {
  lastKey += 1;
  const others = toasts.get().filter((shown) => shown.title !== toast.title || shown.detail !== toast.detail);
  toasts.set([...others, { ...toast, key: lastKey }].slice(-shownAtOnce));
}

export function dismiss(key: number): void {
  toasts.set(toasts.get().filter((toast) => toast.key !== key));
}
