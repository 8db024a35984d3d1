import { type Language, pseudoLanguage } from '../kernel/languages.ts';
import { french } from './french/french.ts';
import { korean } from './korean/korean.ts';
import { pseudoWords } from './pseudo.ts';
import { saidAs, speakAs, type Translator } from './spoken.ts';
import { ukrainian } from './ukrainian/ukrainian.ts';

type Tables = { readonly [L in Language]?: { readonly [name: string]: object } };
const tables: Tables = { uk: ukrainian, fr: french, ko: korean };

/** Everything that is read from now on is in this language. */
export function speak(language: Language): void {
  speakAs(language === pseudoLanguage ? 'en' : language, translatorOf(language));
}

/** The same words in a language of their own, whatever is spoken now. */
export function inLanguage<T extends object>(words: T, language: Language): T {
  return saidAs(words, translatorOf(language));
}

function translatorOf(language: Language): Translator {
  return language === pseudoLanguage ? (_name, english) => pseudoWords(english) : (name) => tables[language]?.[name];
}
