import type { TextSpan } from './text-offsets.ts';

/** Characters drawn at once. A news article is one part; a book has many, and each opens at once. */
export const partLength = 60_000;

/** The text cut at line ends into parts of about `length` characters, which together hold every character once. */
export function partsOf(text: string, length: number): readonly TextSpan[] {
  const parts: TextSpan[] = [];
  let start = 0;
  while (start < text.length) {
    const newline = text.length - start <= length ? -1 : text.lastIndexOf('\n', start + length);
    // A line longer than a part is cut where the part is full.
    const end = text.length - start <= length ? text.length : newline > start ? newline + 1 : start + length;
    parts.push({ start, end });
    start = end;
  }
  return parts.length === 0 ? [{ start: 0, end: 0 }] : parts;
}

/** The part in which a place of the text lies. */
export function partAt(parts: readonly TextSpan[], offset: number): number {
  return Math.max(
    0,
    parts.findLastIndex((part) => part.start <= offset),
  );
}
