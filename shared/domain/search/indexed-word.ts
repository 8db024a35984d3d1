/** UTF-16 units of a word that are searched: what is longer is no word of a language, and is found by its beginning. */
const longestWord = 100;

/** A word as the index and a query have it; `word` is folded. Never ends in half of a pair. */
export function indexedWord(word: string): string {
  return word.length <= longestWord ? word : word.slice(0, longestWord).replace(/[\uD800-\uDBFF]$/u, '');
}
