/** Letters that one of the languages written in Cyrillic has and the others named here lack. */
const onlyUkrainian = /[іїєґІЇЄҐ]/gu;
const onlyRussian = /[ыэъёЫЭЪЁ]/gu;
const minimumLetters = 12;

/**
 * A language tag where the script alone makes it sure, else null: the analyst's choice is worth more than a guess.
 * Cyrillic with neither or both sets of telling letters stays unknown (Tuvan, Belarusian, Bulgarian and others).
 */
export function guessLanguage(text: string): string | null {
  const sample = text.slice(0, 20_000);
  const letters = count(sample, /\p{L}/gu);
  if (letters < minimumLetters) return null;
  const share = (script: RegExp) => count(sample, script) / letters;
  if (share(/\p{Script=Hangul}/gu) > 0.5) return 'ko';
  if (share(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > 0.15) return 'ja';
  if (share(/\p{Script=Han}/gu) > 0.5) return 'zh';
  if (share(/\p{Script=Hebrew}/gu) > 0.5) return 'he';
  if (share(/\p{Script=Greek}/gu) > 0.5) return 'el';
  if (share(/\p{Script=Cyrillic}/gu) > 0.5) return cyrillicLanguage(sample);
  return null;
}

function cyrillicLanguage(text: string): string | null {
  const ukrainian = count(text, onlyUkrainian);
  const russian = count(text, onlyRussian);
  if (ukrainian > 2 && ukrainian > russian * 4) return 'uk';
  // Tuvan and Kazakh write ы and э too, beside letters that Russian lacks.
  if (russian > 2 && russian > ukrainian * 4 && count(text, /[\u0460-\u052F]/gu) * 200 < text.length) return 'ru';
  return null;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
