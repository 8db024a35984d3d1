import type { QuoteAnchor } from './anchor.ts';

/** Where a quote stands, as a TextQuoteSelector and a TextPositionSelector; offsets in UTF-16 code units of the text. */
export type FoundQuote = Pick<QuoteAnchor, 'exact' | 'prefix' | 'suffix' | 'start' | 'end'>;

const contextLength = 32;
// One user-perceived unit at a time: conjoining Hangul jamo and base letters with their marks, so that NFC can be compared piece by piece.
const clusters = /[\u1100-\u115f][\u1160-\u11a7]*[\u11a8-\u11ff]*\p{M}*|\P{M}\p{M}*|\p{M}+/gu;
const ignored = /^[\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]+$/u;
const typographic: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u201a\u201b\u2032\u02bc\u0060\u00b4]/gu, "'"],
  [/[\u201c-\u201f\u2033\u00ab\u00bb\u300c\u300d]/gu, '"'],
  [/[\u2010-\u2015\u2212]/gu, '-'],
  [/\u2026/gu, '...'],
];

/**
 * Finds a quote in the text it was taken from. White space, typographic quotes, dashes, invisible characters and
 * composition are folded, letters and case are not: a quote is exact or it is none. Of equal quotes the one nearest
 * to `start` is meant, else the first. `null` when the text does not hold it.
 */
export function findQuote(text: string, quote: string, start: number | null): FoundQuote | null {
  const plain = nearest(text, quote, start);
  if (plain !== null && quote.trim() === quote && quote !== '') return placed(text, plain, plain + quote.length);
  const needle = fold(quote).folded.trim();
  if (needle === '') return null;
  const haystack = fold(text);
  const foldedStart = start === null ? null : firstAtOrAfter(haystack.from, start);
  const at = nearest(haystack.folded, needle, foldedStart);
  if (at === null) return null;
  const begin = haystack.from[at];
  const end = haystack.to[at + needle.length - 1];
  return begin === undefined || end === undefined ? null : placed(text, begin, end);
}

/** `from` and `to` give, for each code unit of `folded`, the piece of the text it stands for. */
type Folded = { readonly folded: string; readonly from: readonly number[]; readonly to: readonly number[] };

function fold(text: string): Folded {
  const pieces: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  let space = false;
  for (const match of text.matchAll(clusters)) {
    const piece = foldPiece(match[0]);
    if (piece === '' || (piece === ' ' && space)) continue;
    space = piece === ' ';
    pieces.push(piece);
    for (let unit = 0; unit < piece.length; unit += 1) {
      from.push(match.index);
      to.push(match.index + match[0].length);
    }
  }
  return { folded: pieces.join(''), from, to };
}

function foldPiece(piece: string): string {
  if (ignored.test(piece)) return '';
  if (/^\s$/u.test(piece)) return ' ';
  return typographic.reduce((folded, [pattern, plain]) => folded.replace(pattern, plain), piece.normalize('NFC'));
}

function nearest(text: string, needle: string, start: number | null): number | null {
  const first = text.indexOf(needle);
  if (first < 0) return null;
  if (start === null) return first;
  const after = text.indexOf(needle, start);
  const before = text.lastIndexOf(needle, start);
  if (after < 0) return before < 0 ? first : before;
  return before >= 0 && start - before < after - start ? before : after;
}

function firstAtOrAfter(offsets: readonly number[], start: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function placed(text: string, start: number, end: number): FoundQuote {
  return {
    exact: text.slice(start, end),
    prefix: whole(text.slice(Math.max(0, start - contextLength), start)),
    suffix: whole(text.slice(end, end + contextLength)),
    start,
    end,
  };
}

/** Context without half a character at its edges. */
function whole(context: string): string {
  return context.replace(/^[\udc00-\udfff]/, '').replace(/[\ud800-\udbff]$/, '');
}
