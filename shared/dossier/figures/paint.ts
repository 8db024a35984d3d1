/** What a line or a word of a figure stands for; each format decides how that looks. */
export type Ink = 'ink' | 'soft' | 'line' | 'accent' | 'bad' | 'good' | 'panel';

/**
 * How a format paints: attributes of an SVG element for its inside and for its outline. `words` are as the format writes them, where one
 * character can become many; `escaped` are words as they may stand in SVG.
 */
export type Paint = {
  readonly fill: (ink: Ink) => string;
  readonly stroke: (ink: Ink) => string;
  readonly words: (text: string) => string;
  readonly escaped: (words: string) => string;
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

/** One line of text, as much of it as has room in `width` units at the size of letters that figures have. Measured after the format wrote it. */
export function fitted(text: string, width: number, paint: Paint): string {
  const line = paint.words(text.replace(/\s+/gu, ' ').trim());
  let used = 0;
  let kept = '';
  for (const letter of line) {
    used += widthOf(letter);
    if (used > width - widthOf('…') && kept.length + letter.length < line.length) return paint.escaped(`${kept.trimEnd()}…`);
    kept += letter;
  }
  return paint.escaped(kept);
}

/** Of Noto Sans at 11 units, rounded up: a label that ends early is read, one that runs over a bar is not. */
function widthOf(letter: string): number {
  if (/\p{M}/u.test(letter)) return 0;
  if (/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]|\p{Extended_Pictographic}/u.test(letter)) return 11;
  if (/[mwMWжшщюыфмЖШЩЮЫФМ@%—]/u.test(letter)) return 9.6;
  if (/[\p{Lu}=+<>_]/u.test(letter)) return 7.6;
  return /[iljtfrI.,;:'’!|()[\] ]/u.test(letter) ? 4 : 6.5;
}

export function svg(width: number, height: number, parts: readonly string[], font: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${at(width)} ${at(height)}" width="${at(width)}" height="${at(height)}" font-family="${font}" font-size="11">${parts.join('')}</svg>`;
}
