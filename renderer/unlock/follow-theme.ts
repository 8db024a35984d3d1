import { bridge } from './bridge.ts';

/** The theme chosen on the desk, or that of the system now and when it changes; the tokens want it as an attribute. */
export function followTheme(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const { theme } = bridge();
  const apply = () => {
    document.documentElement.dataset['theme'] = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
  };
  dark.addEventListener('change', apply);
  apply();
}
