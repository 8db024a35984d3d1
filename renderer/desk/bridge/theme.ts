import { bridge } from './bridge.ts';
import { store, useStore } from './store.ts';

export type Theme = 'light' | 'dark' | 'system';
export const theme = store<Theme>('system');

/** Applies the theme to the page now and when the system changes. */
export function followTheme(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    const chosen = theme.get();
    document.documentElement.dataset['theme'] = chosen === 'system' ? (dark.matches ? 'dark' : 'light') : chosen;
  };
  dark.addEventListener('change', apply);
  theme.watch(apply);
  apply();
}

export function chooseTheme(next: Theme): void {
  theme.set(next);
  void bridge().shell({ ask: 'set-theme', theme: next });
}

export function useTheme(): Theme {
  return useStore(theme);
}
