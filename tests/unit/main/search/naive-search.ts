import type { SearchedTexts } from '#main/search/fields.ts';
import { searchedFields } from '#main/search/fields.ts';
import { slipsBetween } from '#main/search/near-words.ts';
import { slipsAllowed } from '#main/search/word-matches.ts';
import { indexedWord } from '#shared/domain/search/indexed-word.ts';
import type { Clause } from '#shared/domain/search/parse-query.ts';
import { soundKey, soundScript } from '#shared/domain/search/sound-key.ts';
import { wordsOf } from '#shared/domain/search/words-of.ts';

/** What a search finds, by looking through every word of every object. */
export function naiveSearch(objects: ReadonlyMap<string, SearchedTexts>, clauses: readonly Clause[]): readonly string[] {
  const words = new Map([...objects].map(([id, texts]) => [id, searchedFields.map((field) => wordsIn(texts[field]))]));
  if (clauses.length === 0) return [];
  const tests = clauses.map((clause) => testOf(clause, [...words.values()].flat(2)));
  return [...words].flatMap(([id, fields]) => (tests.every((test) => fields.some(test)) ? [id] : [])).toSorted();
}

export function wordsIn(text: string): readonly string[] {
  return Array.from(wordsOf(text), ({ word }) => indexedWord(word));
}

function testOf(clause: Clause, everyWord: readonly string[]): (words: readonly string[]) => boolean {
  if (clause.sort === 'row') {
    const { words: sought, lastBegins } = clause;
    return (words) =>
      words.some((_, at) =>
        sought.every((word, place) => (place === sought.length - 1 && lastBegins ? words[at + place]?.startsWith(word) : words[at + place] === word)),
      );
  }
  const asTyped = (word: string) => word.startsWith(clause.word);
  const sounds = (word: string) => soundsAlike(word, clause.word);
  if (everyWord.some(asTyped)) return (words) => words.some((word) => asTyped(word) || sounds(word));
  const most = slipsAllowed(clause.word);
  return (words) => words.some((word) => sounds(word) || (most > 0 && slipsBetween(word, clause.word, most) <= most));
}

function soundsAlike(word: string, sought: string): boolean {
  const [one, other] = [soundScript(word), soundScript(sought)];
  if (one === null || other === null || one === other || word.length < 3 || sought.length < 3) return false;
  return soundKey(sought).length >= 2 && soundKey(word).length >= 2 && soundKey(word).startsWith(soundKey(sought));
}
