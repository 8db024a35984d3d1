import { codePointInWords, visibleText } from '../visible-text.ts';

/** Makes text that the fonts at hand can print, and remembers what had to be written out. */
export type Printer = {
  readonly print: (text: string) => string;
  /** For what also becomes a bookmark, an alternative text or the title: each of those is one string of the PDF. */
  readonly printShort: (text: string) => string;
  readonly writtenOut: () => readonly string[];
};

const longestRun = 40;
const pieceOfRun = 20;
const longestText = 200_000;
const longestShort = 6_000;

/**
 * Characters without a glyph come out as `[U+0639]`: PDF/A forbids the missing glyph (ISO 19005-3, 6.2.11.8). A word of 100,000
 * letters gets places to break at, or one string of the PDF grows past its limit (ISO 19005-3, 6.1.13); digests stay whole.
 * More than eight marks on one letter are cut, since 20,000 of them were measured to take a gigabyte.
 */
export function printerFor(covered: (codePoint: number) => boolean): Printer {
  const missing = new Set<string>();
  const printOne = (character: string): string => {
    if (character === '\n' || character === '\t' || covered(character.codePointAt(0) ?? 0)) return character;
    missing.add(codePointInWords(character).slice(1, -1));
    return codePointInWords(character);
  };
  const printUpTo = (limit: number, text: string): string => {
    const cut = text.length > limit ? `${text.slice(0, limit)} [${text.length - limit} characters more in dossier.json]` : text;
    const visible = visibleText(cut).replace(/(\p{M}{8})(\p{M}+)/gu, (_all, kept: string, rest: string) => `${kept}[+${[...rest].length} marks]`);
    return breakable([...visible].map(printOne).join(''));
  };
  return {
    print: (text) => printUpTo(longestText, text),
    printShort: (text) => printUpTo(longestShort, text),
    writtenOut: () => [...missing].sort(),
  };
}

function breakable(text: string): string {
  return text.replace(/\S+/gu, (run) => {
    if (run.length <= longestRun || /^[0-9a-f]{64}$/.test(run)) return run;
    const letters = [...run];
    const pieces: string[] = [];
    for (let at = 0; at < letters.length; at += pieceOfRun) pieces.push(letters.slice(at, at + pieceOfRun).join(''));
    return pieces.join('\u200b');
  });
}
