import type { Segment } from './segment.ts';

/**
 * Words that a slip makes of another: found by a first look at which letters a word has, one bit for each of 32, and its length. One letter changed, left out, added or
 * exchanged with its neighbour changes at most two of the bits, so that few words are compared letter by letter.
 */
export type NearWords = { readonly find: (word: string, slips: number) => readonly { readonly word: number; readonly slips: number }[] };

/** Made at the first question: some milliseconds for a hundred thousand words. */
export function nearWords({ text, textEnds, words }: Segment): NearWords {
  const marks = new Int32Array(words);
  const lengths = new Uint8Array(words);
  for (let word = 0, at = 0; word < words; word += 1) {
    const end = textEnds[word] as number;
    let mark = 0;
    let length = 0;
    while (at < end) {
      const [unit, next] = [unitAt(text, at), nextAt(text, at)];
      mark |= 1 << (unit & 31);
      length += next - at === 4 ? 2 : 1;
      at = next;
    }
    marks[word] = mark;
    lengths[word] = Math.min(length, 255);
  }
  const scratch = new Uint32Array(512);

  return {
    find: (sought, slips) => {
      const letters = Uint32Array.from(sought, (letter) => letter.codePointAt(0) ?? 0);
      let mark = 0;
      for (const letter of letters) mark |= 1 << (letter & 31);
      const found: { word: number; slips: number }[] = [];
      const compare = comparing(letters, slips);
      for (let word = 0; word < words; word += 1) {
        if (bits((marks[word] as number) ^ mark) > 2 * slips || Math.abs((lengths[word] as number) - sought.length) > 2 * slips) continue;
        let count = 0;
        for (let at = word === 0 ? 0 : (textEnds[word - 1] as number); at < (textEnds[word] as number) && count < scratch.length; at = nextAt(text, at))
          scratch[count++] = unitAt(text, at);
        if (Math.abs(count - letters.length) > slips) continue;
        const distance = compare(scratch, count);
        if (distance <= slips) found.push({ word, slips: distance });
      }
      return found;
    },
  };
}

/** How many slips lie between two words, `most` + 1 for more: letters changed, left out, added, or exchanged with their neighbour. */
export function slipsBetween(one: string, other: string, most: number): number {
  const letters = Uint32Array.from(other, (letter) => letter.codePointAt(0) ?? 0);
  return comparing(
    Uint32Array.from(one, (letter) => letter.codePointAt(0) ?? 0),
    most,
  )(letters, letters.length);
}

/** Optimal string alignment, within a band of `most` beside the diagonal. */
function comparing(letters: Uint32Array, most: number): (other: Uint32Array, count: number) => number {
  const size = letters.length;
  let [before, last, now] = [new Uint16Array(size + 1), new Uint16Array(size + 1), new Uint16Array(size + 1)];
  return (other, count) => {
    if (Math.abs(count - size) > most) return most + 1;
    for (let column = 0; column <= size; column += 1) last[column] = column;
    for (let row = 1; row <= count; row += 1) {
      const from = Math.max(1, row - most);
      const to = Math.min(size, row + most);
      now[from - 1] = from === 1 ? row : most + 1;
      let least = now[from - 1] as number;
      for (let column = from; column <= to; column += 1) {
        const same = other[row - 1] === letters[column - 1];
        let value = (last[column - 1] as number) + (same ? 0 : 1);
        if (column < row + most) value = Math.min(value, (last[column] as number) + 1);
        value = Math.min(value, (now[column - 1] as number) + 1);
        if (row > 1 && column > 1 && other[row - 1] === letters[column - 2] && other[row - 2] === letters[column - 1])
          value = Math.min(value, (before[column - 2] as number) + 1);
        now[column] = value;
        if (value < least) least = value;
      }
      if (least > most) return most + 1;
      [before, last, now] = [last, now, before];
    }
    return Math.min(last[size] as number, most + 1);
  };
}

function bits(value: number): number {
  let left = value - ((value >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function nextAt(text: Uint8Array, at: number): number {
  const byte = text[at] as number;
  return at + (byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4);
}
function unitAt(text: Uint8Array, at: number): number {
  const byte = text[at] as number;
  if (byte < 0x80) return byte;
  const second = (text[at + 1] as number) & 63;
  if (byte < 0xe0) return ((byte & 31) << 6) | second;
  const third = (text[at + 2] as number) & 63;
  if (byte < 0xf0) return ((byte & 15) << 12) | (second << 6) | third;
  return ((byte & 7) << 18) | (second << 12) | (third << 6) | ((text[at + 3] as number) & 63);
}
