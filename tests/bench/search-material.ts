import type { SearchedTexts } from '#main/search/fields.ts';
import { seededRandom } from '#tests/harness/crash-session.ts';

/** Texts of made-up words in three scripts, drawn as words of a language are: few of them often, most of them seldom. Out of one seed. */
export const scripts = ['latin', 'cyrillic', 'hangul'] as const;
export type Script = (typeof scripts)[number];
export type SearchedObject = { readonly script: Script; readonly texts: SearchedTexts };

const vocabularySize = 30_000;
const letters: { readonly [S in Script]: readonly [string, string] } = {
  latin: ['bcdfghklmnprstvz', 'aeiouy'],
  cyrillic: ['бвгджзклмнпрстфхцчш', 'аеиоуыэюя'],
  hangul: ['', ''],
};

function vocabulary(script: Script): readonly string[] {
  const random = seededRandom(script.length * 7 + 1);
  const pick = (from: string) => from[Math.floor(random() * from.length)] ?? '';
  const words = new Set<string>();
  while (words.size < vocabularySize) {
    const syllables = 1 + Math.floor(random() * (1 + Math.min(3, words.size / 2_000)));
    let word = '';
    for (let count = 0; count < syllables; count += 1)
      word +=
        script === 'hangul'
          ? String.fromCharCode(0xac00 + Math.floor(random() * 40) * 280 + Math.floor(random() * 20) * 3)
          : pick(letters[script][0]) + pick(letters[script][1]);
    if (script !== 'hangul' && random() < 0.6) word += pick(letters[script][0]);
    words.add(word);
  }
  return [...words];
}

const vocabularies: { readonly [S in Script]: readonly string[] } = {
  latin: vocabulary('latin'),
  cyrillic: vocabulary('cyrillic'),
  hangul: vocabulary('hangul'),
};
const drawn: readonly Script[] = ['latin', 'latin', 'latin', 'latin', 'cyrillic', 'cyrillic', 'cyrillic', 'hangul'];

/** Objects with a line of 4 to 12 words and a text of 50 to 500. */
export function* searchedObjects(count: number): Iterable<SearchedObject> {
  const random = seededRandom(42);
  for (let number = 0; number < count; number += 1) {
    const script = drawn[Math.floor(random() * drawn.length)] ?? 'latin';
    const of = vocabularies[script];
    const words = (length: number) =>
      Array.from({ length }, () => of[Math.min(of.length - 1, Math.floor(Math.exp(random() * Math.log(of.length + 1)) - 1))] ?? '').join(' ');
    yield { script, texts: { label: words(4 + Math.floor(random() * 8)), names: '', text: words(50 + Math.floor(random() * 450)), about: '' } };
  }
}

export const questions = ['term', 'beginning', 'both words', 'in a row', 'slip'] as const;
export type Question = { readonly sort: (typeof questions)[number]; readonly ours: string; readonly theirs: string };

/** Questions about words that the objects hold, as somebody types them and as FTS5 wants them. */
export function questionsAbout(objects: readonly SearchedObject[], script: Script, sort: Question['sort'], count: number): readonly Question[] {
  const random = seededRandom(script.length * 31 + sort.length);
  const of = objects.filter((each) => each.script === script);
  const found: Question[] = [];
  while (found.length < count) {
    const words = (of[Math.floor(random() * of.length)]?.texts.text ?? '').split(' ');
    const at = Math.floor(random() * (words.length - 1));
    const [first = '', second = ''] = words.slice(at);
    const least = script === 'hangul' ? 2 : 4;
    if (first.length < least || second.length < least || (sort === 'slip' && first.length < 6)) continue;
    found.push({ sort, ...askedFor(sort, script, first, second) });
  }
  return found;
}

function askedFor(sort: Question['sort'], script: Script, first: string, second: string): { readonly ours: string; readonly theirs: string } {
  const beginning = first.slice(0, script === 'hangul' ? 2 : 4);
  switch (sort) {
    case 'term':
      return { ours: `"${first}"`, theirs: `"${first}"` };
    case 'beginning':
      return { ours: beginning, theirs: `"${beginning}"*` };
    case 'both words':
      return { ours: `"${first}" "${second}"`, theirs: `"${first}" AND "${second}"` };
    case 'in a row':
      return { ours: `"${first} ${second}"`, theirs: `"${first} ${second}"` };
    case 'slip': {
      const slipped = `${first.slice(0, 2)}${first[3]}${first[2]}${first.slice(4)}`;
      return { ours: slipped, theirs: '' };
    }
  }
}
