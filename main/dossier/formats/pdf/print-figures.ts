import type { HouseStyle } from '#shared/domain/case/dossier-plan.ts';
import { cut, type Figure, type Ink, type Paint } from '#shared/dossier/figures/paint.ts';
import { accentColours } from '../html/style.ts';
import type { Print } from './print-phrases.ts';

const inks: { readonly [I in Ink]: string } = {
  ...{ ink: '#1d1b18', soft: '#5c574f', line: '#cfc8ba', panel: '#f5f2ea', bad: '#8a2b0f', good: '#2b6636' },
  accent: '',
};

export function paintFor(accent: HouseStyle['accent'], print: Print): Paint {
  const colour = (ink: Ink) => (ink === 'accent' ? accentColours[accent][0] : inks[ink]);
  const entities: { readonly [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
  return {
    fill: (ink) => `fill="${colour(ink)}"`,
    stroke: (ink) => `stroke="${colour(ink)}"`,
    words: print,
    escaped: (words) => words.replace(/[&<>]/g, (character) => entities[character] ?? ''),
    font: 'Noto Sans, Noto Sans KR',
  };
}

/** The words for who does not see a figure are one string of the PDF, and cut like the others of their kind. */
export function drawn(figure: Figure | null, print: Print): object | null {
  return figure && { svg: figure.svg, alt: print(cut(figure.alt, 3_000)), caption: figure.caption };
}
