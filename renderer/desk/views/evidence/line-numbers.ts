import type { TextSpan } from './text-offsets.ts';

/** For each line of a part of the text, as it is drawn, which line of the whole it is, from 0. */
export function lineNumbers(text: string, part: TextSpan): readonly number[] {
  let line = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < part.start; at = text.indexOf('\n', at + 1)) line += 1;
  const numbers: number[] = [];
  for (let start = part.start; start < part.end; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? part.end : Math.min(part.end, newline + 1);
    numbers.push(line);
    if (newline >= 0 && newline < end) line += 1;
    start = end;
  }
  return numbers;
}
