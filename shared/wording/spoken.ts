/**
 * Words are plain objects whose content follows the language: `linksWords.title` is imported and read as if there were one language
 * only, and `speak` changes what it says everywhere. English stands where the words are declared and is their type; another language
 * has the same words under the same name (`shared/wording/ukrainian.ts`), and what it lacks is said in English.
 */
export type Translated<T> = T extends string
  ? string
  : T extends (...given: infer Given) => string
    ? (...given: Given) => string
    : T extends readonly unknown[]
      ? readonly Translated<T[number]>[]
      : { readonly [K in keyof T]?: Translated<T[K]> };

/** What another language says for the words of a name, or undefined. */
export type Translator = (name: string, english: object) => object | undefined;

type Words = { readonly name: string; readonly english: object; readonly live: object };
const byName = new Map<string, Words>();
const byLive = new WeakMap<object, Words>();
let tag = 'en';
let translator: Translator = () => undefined;

/** Declares words by the name they are exported under. */
export function spoken<T extends object>(name: string, english: T): T {
  const live = Array.isArray(english) ? [] : {};
  const words = { name, english, live };
  byName.set(name, words);
  byLive.set(live, words);
  fill(live, english, translator(name, english));
  return live as T;
}

/** From now on every word is that of the translator. What was composed of words before stays as it is: speak first, then load the rest. */
export function speakAs(language: string, next: Translator): void {
  tag = language;
  translator = next;
  for (const { name, english, live } of byName.values()) fill(live, english, translator(name, english));
}

/** The tag of the language spoken now, for what the engine itself says by language: numbers, plurals, order of letters. */
export function languageTag(): string {
  return tag;
}

/** The same words as a translator says them, whatever is spoken now: for what is written in a language of its own, such as a dossier. */
export function saidAs<T extends object>(words: T, next: Translator): T {
  const found = byLive.get(words);
  if (found === undefined) return words;
  const said = Array.isArray(found.english) ? [] : {};
  fill(said, found.english, next(found.name, found.english));
  return said as T;
}

/** Every set of words known so far, with its English, for tests and for the pseudo-language. */
export function allWords(): readonly Words[] {
  return [...byName.values()];
}

/** Whether an object is itself a set of words, which follows the language by itself wherever it stands. */
export function isSpoken(value: object): boolean {
  return byLive.has(value);
}

type Fields = { [key: string]: unknown };
function fill(into: object, english: object, said: object | undefined): void {
  const [live, translated] = [into as Fields, said as Fields | undefined];
  for (const [key, value] of Object.entries(english)) {
    const word = translated?.[key];
    if (typeof value !== 'object' || value === null) live[key] = word ?? value;
    else if (isSpoken(value)) live[key] = value;
    else {
      live[key] ??= Array.isArray(value) ? [] : {};
      fill(live[key] as object, value, word as object | undefined);
    }
  }
}
