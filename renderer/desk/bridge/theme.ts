import { changeSettings, settings, useSettings } from './settings.ts';

export type Theme = 'light' | 'dark' | 'system';
const themeNow = (): Theme => settings.get()?.theme ?? 'system';

/** Applies theme, contrast, motion, density and size of letters to the page, now and when they or the system change. */
export function followAppearance(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    const chosen = themeNow();
    const page = document.documentElement;
    page.dataset['theme'] = chosen === 'system' ? (dark.matches ? 'dark' : 'light') : chosen;
    const now = settings.get();
    page.dataset['contrast'] = now?.contrast ?? 'system';
    page.dataset['motion'] = now?.motion ?? 'system';
    page.dataset['density'] = now?.density ?? 'compact';
    page.style.fontSize = now === null || now.textSize === 100 ? '' : `${now.textSize}%`;
  };
  dark.addEventListener('change', apply);
  settings.watch(apply);
  apply();
}

export function chooseTheme(next: Theme): void {
  void changeSettings({ theme: next });
}

export function useTheme(): Theme {
  return useSettings()?.theme ?? 'system';
}
