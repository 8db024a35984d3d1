import { foldText } from '#shared/domain/search/fold-text.ts';

/** A text in the form in which spellings are compared, and for each of its UTF-16 units where in the text that comes from. */
export type FoldedText = { readonly text: string; readonly from: readonly number[]; readonly to: readonly number[] };

/** What parts words: white space, dashes, and what stands for it in names of files and addresses. */
const parting = /[\s\p{Pd}_.+]/u;
/** What nobody sees, the signs of emphasis in Markdown, and marks that are set over letters: stress, vowel points. Left out, so that they hide nothing. */
const unseen = /[*~`\\]|\p{Cf}|[\u0300-\u036f]|[\u0591-\u05c7]|[\u064b-\u065f]|[\ufe00-\ufe0f]/u;
const percentRun = /(?:%[0-9a-f]{2})+/iy;

/**
 * Two spellings of a name have one folded form: without capitals, accents, invisible characters and the difference between spaces, line
 * ends, dashes and underscores, with percent-encoding undone. The text must be NFC.
 */
export function foldedText(composed: string): FoldedText {
  const [pieces, from, to]: [string[], number[], number[]] = [[], [], []];
  let parted = true;
  const put = (folded: string, start: number, end: number) => {
    for (const letter of folded) {
      if (unseen.test(letter)) continue;
      const parts = parting.test(letter);
      if (parts && parted) {
        if (to.length > 0) to[to.length - 1] = end;
        continue;
      }
      parted = parts;
      pieces.push(parts ? ' ' : letter);
      for (let unit = 0; unit < letter.length; unit += 1) {
        from.push(start);
        to.push(end);
      }
    }
  };
  for (let at = 0; at < composed.length; ) {
    percentRun.lastIndex = at;
    const run = percentRun.exec(composed)?.[0];
    const words = run === undefined ? null : decoded(run);
    const letter = words === null ? String.fromCodePoint(composed.codePointAt(at) ?? 0) : null;
    const end = at + (letter ?? run ?? '').length;
    put(foldText(words ?? letter ?? ''), at, end);
    at = end;
  }
  return { text: pieces.join(''), from, to };
}

export function folded(text: string): string {
  return foldedText(text.normalize('NFC')).text.trim();
}

function decoded(run: string): string | null {
  try {
    return decodeURIComponent(run).normalize('NFC');
  } catch {
    return null;
  }
}
