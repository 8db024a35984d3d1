/** One line of a text around a place of it; `marks` are [start, end) pairs in the line, in UTF-16 code units. */
export type TextAround = { readonly snippet: string; readonly marks: [number, number][] };

const before = 60;
const behind = 120;

/** The words around a place, cut between words where there are any. */
export function textAround(text: string, { start, end }: { readonly start: number; readonly end: number }): TextAround {
  const from = start <= before ? 0 : betweenWords(text, start - before, start);
  const to = text.length <= end + behind ? text.length : end + Math.max(0, text.slice(end, end + behind).search(/\s\S*$/u));
  const lead = from > 0 ? '…' : '';
  const snippet = `${lead}${text.slice(from, to).replace(/\s/gu, ' ')}${to < text.length ? '…' : ''}`;
  return { snippet, marks: [[start - from + lead.length, end - from + lead.length]] };
}

/** The first beginning of a word from `from` on; `from`, or what does not part a pair, where none comes before `most`. */
function betweenWords(text: string, from: number, most: number): number {
  const space = text.slice(from, most).search(/\s/u);
  if (space >= 0) return from + space + 1;
  return /[\udc00-\udfff]/.test(text[from] ?? '') ? from + 1 : from;
}
