/** Hangul, Han and kana are nearly twice as wide as other letters. */
const wide = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** A label as one line or two of about `room` letters each, broken between words or parts of a name where that can be; what does not fit ends in an ellipsis. */
export function labelLines(label: string, room: number): readonly [string] | readonly [string, string] {
  const words = label.replace(/\s+/gu, ' ').trim();
  const fits = fitting(words, room);
  if (fits === words.length) return [words];
  const part = /^.*(?:(?<=[-_./])|(?= ))/su.exec(words.slice(0, fits + 1))?.[0].length ?? 0;
  const end = part >= fits / 3 ? Math.min(part, fits) : fits;
  return [words.slice(0, end), shortened(words.slice(end).trimStart(), room)];
}

/** About `room` letters of `words`, with an ellipsis where something is left off. */
export function shortened(words: string, room: number): string {
  return fitting(words, room) === words.length ? words : `${words.slice(0, fitting(words, room - 1)).trimEnd()}…`;
}

/** How many UTF-16 units of `words` fit into `room`. */
function fitting(words: string, room: number): number {
  let [left, end] = [room, 0];
  for (const letter of words) {
    left -= wide.test(letter) ? 1.8 : 1;
    if (left < 0) return end;
    end += letter.length;
  }
  return end;
}
