import type { TextSpan } from './text-offsets.ts';

/** A selection without the white space at its edges; `null` when nothing else is left. */
export function trimSpan(text: string, span: TextSpan): TextSpan | null {
  const picked = text.slice(span.start, span.end);
  const start = span.start + (picked.length - picked.trimStart().length);
  const end = span.end - (picked.length - picked.trimEnd().length);
  return end > start ? { start, end } : null;
}

/** Characters that people type for one another: a quote copied by hand rarely has the printed apostrophe. */
const alike: readonly (readonly [RegExp, string])[] = [
  [/['’‘ʼ`´]/gu, "['’‘ʼ`´]"],
  [/["“”„«»]/gu, '["“”„«»]'],
  [/[-‐‑–—]/gu, '[-‐‑–—]'],
];

/** Where `wanted` occurs in `text`, in text order, with case, white space, apostrophes and dashes folded; at most `limit`. */
export function findSpans(text: string, wanted: string, limit: number): readonly TextSpan[] {
  const words = wanted.normalize('NFC').trim().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return [];
  const pattern = words
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&'))
    .map((word) => alike.reduce((so, [either, any]) => so.replace(either, any), word))
    .join('\\s+');
  const spans: TextSpan[] = [];
  for (const hit of text.matchAll(new RegExp(pattern, 'giu'))) {
    spans.push({ start: hit.index, end: hit.index + hit[0].length });
    if (spans.length >= limit) break;
  }
  return spans;
}

/** `text` cut for one line, with an ellipsis in the middle so that both ends can be recognised. */
export function shortened(text: string, characters: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= characters) return line;
  const half = Math.floor((characters - 1) / 2);
  return `${line.slice(0, half).trimEnd()}…${line.slice(line.length - half).trimStart()}`;
}
