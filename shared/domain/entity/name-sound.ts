import { spellKorean } from './romanise/korean.ts';
import { suggestNames } from './suggest-names.ts';

/** Words of a name as they sound, the same for the spellings that the usual tables give; in alphabetical order, since scripts differ in which name comes first. */
export type NameSound = readonly string[];

const alike: readonly (readonly [RegExp, string])[] = [
  [/shch|sch|sh/g, 's'],
  [/tch|ch|ts|cz|jj|j|zh/g, 'c'],
  [/kh|gh/g, 'h'],
  [/ph/g, 'p'],
  [/th/g, 't'],
  [/eo|yeo|yo|jo|io/g, 'o'],
  [/eu|yu|ju|iu|oo/g, 'u'],
  [/ya|ja|ia/g, 'a'],
  [/ye|je|ie/g, 'e'],
  [/[yj]/g, 'i'],
  [/w/g, 'v'],
  [/g/g, 'k'],
  [/d/g, 't'],
  [/b/g, 'p'],
  [/l/g, 'r'],
  [/(.)\1+/g, '$1'],
  [/(?<=[aeou])i(?=$|[^aeiou])|(?<=.)i$/g, 'i'],
];

/** Every sound that a name has by its own spelling and by those of the tables. */
export function soundsOf(name: string): readonly NameSound[] {
  const spelled = suggestNames([name]);
  // A Korean name in Russian sounds as its Hangul does, not as Russian letters would.
  const korean = spelled.flatMap(({ table, text }) => (table === 'kontsevich-reversed' ? spellKorean(text) : []));
  const latin = [name, ...[...spelled, ...korean].map(({ text }) => text)].filter((text) => /\p{Script=Latin}/u.test(text));
  const sounds = latin.map((text) => {
    const plain = text
      .normalize('NFKD')
      .replace(/[\p{M}'’ʼ]/gu, '')
      .toLowerCase();
    const words = plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
    return words.map((word) => alike.reduce((sound, [from, to]) => sound.replace(from, to), word)).sort();
  });
  return [...new Map(sounds.filter((sound) => sound.length > 0).map((sound) => [sound.join(' '), sound])).values()];
}

/** Whether two names sound so alike that somebody should look: word by word, short words exactly, since Un and Il are two people. */
export function soundsClose(a: NameSound, b: NameSound): boolean {
  if (a.join('') === b.join('')) return true;
  if (a.length !== b.length) return false;
  return a.every((word, at) => {
    const other = b[at] ?? '';
    return word === other || (Math.min(word.length, other.length) >= 5 && changesBetween(word, other) <= 1);
  });
}

/** Letters to add, take out or change to make one word the other (Levenshtein 1966). */
function changesBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)));
    row = next;
  }
  return row.at(-1) ?? 0;
}
