import { useEffect, useState } from 'react';

/** Colours that are drawn on a canvas, where style sheets do not reach: by token, and by system colour where those are forced. */
const palette = {
  panel: ['--surface-panel', 'Canvas'],
  sunken: ['--surface-sunken', 'Canvas'],
  text: ['--text', 'CanvasText'],
  soft: ['--text-soft', 'CanvasText'],
  faint: ['--text-faint', 'GrayText'],
  border: ['--border-strong', 'CanvasText'],
  control: ['--border-control', 'CanvasText'],
  accent: ['--accent', 'Highlight'],
  focus: ['--focus', 'Highlight'],
  good: ['--good', 'CanvasText'],
  goodSurface: ['--good-surface', 'Canvas'],
  warn: ['--warn', 'CanvasText'],
  warnSurface: ['--warn-surface', 'Canvas'],
  bad: ['--bad', 'LinkText'],
  odd: ['--odd', 'CanvasText'],
  oddSurface: ['--odd-surface', 'Canvas'],
  calm: ['--calm', 'CanvasText'],
  calmSurface: ['--calm-surface', 'Canvas'],
  dullSurface: ['--dull-surface', 'Canvas'],
} as const;
/** `dimmed`: how much of what is not meant stays to be seen, 0 to 1. */
export type DrawnColours = { readonly [K in keyof typeof palette]: string } & { readonly dimmed: number };

function readColours(): DrawnColours {
  const forced = matchMedia('(forced-colors: active)').matches;
  // All are put into the page before one is read: reading takes the style of the whole page.
  const probes = Object.entries(palette).map(([name, [token, system]]) => {
    const probe = document.createElement('span');
    probe.style.setProperty('forced-color-adjust', 'none');
    probe.style.color = forced ? system : `var(${token})`;
    return [name, probe] as const;
  });
  document.body.append(...probes.map(([, probe]) => probe));
  const read = Object.fromEntries(probes.map(([name, probe]) => [name, getComputedStyle(probe).color]));
  for (const [, probe] of probes) probe.remove();
  const strong = forced || document.documentElement.dataset['contrast'] === 'high';
  return { ...read, dimmed: strong ? 0.6 : 0.28 } as DrawnColours;
}

/** The colours as they are now; another theme, or colours forced by the system, bring new ones. */
export function useDrawnColours(): DrawnColours {
  const [colours, setColours] = useState(readColours);
  useEffect(() => {
    const read = () => setColours(readColours());
    const forced = matchMedia('(forced-colors: active)');
    const themes = new MutationObserver(read);
    themes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'data-contrast'] });
    forced.addEventListener('change', read);
    return () => {
      themes.disconnect();
      forced.removeEventListener('change', read);
    };
  }, []);
  return colours;
}
