/** What a line or a word of a figure stands for; each format decides how that looks. */
export type Ink = 'ink' | 'soft' | 'line' | 'accent' | 'bad' | 'good' | 'panel';

/** How a format paints: attributes of an SVG element for its inside and for its outline. Text is given as it may stand in SVG. */
export type Paint = {
  readonly fill: (ink: Ink) => string;
  readonly stroke: (ink: Ink) => string;
  readonly text: (words: string) => string;
  readonly font: string;
};

/** A figure as SVG, with what it shows in words, for those who do not see it. The same dossier gives the same figure. */
export type Figure = { readonly svg: string; readonly width: number; readonly height: number; readonly alt: string; readonly caption: string };

/** A number as SVG writes it: two decimals at most, so that no machine writes another digit. */
export function at(value: number): string {
  return String(Math.round(value * 100) / 100);
}

export function cut(words: string, letters: number): string {
  const line = words.replace(/\s+/gu, ' ').trim();
  return [...line].length <= letters
    ? line
    : `${[...line]
        .slice(0, letters - 1)
        .join('')
        .trimEnd()}…`;
}

export function svg(width: number, height: number, parts: readonly string[], font: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${at(width)} ${at(height)}" width="${at(width)}" height="${at(height)}" font-family="${font}" font-size="11">${parts.join('')}</svg>`;
}
