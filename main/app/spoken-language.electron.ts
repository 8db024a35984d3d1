import { app } from 'electron';
import type { ChosenSettings } from '#shared/contract/settings.ts';
import { type Language, languageFor } from '#shared/kernel/languages.ts';

/** The language chosen, or the first wish of the system that is spoken here. */
export function spokenLanguage({ language }: Pick<ChosenSettings, 'language'>): Language {
  return language === 'system' ? languageFor(app.getPreferredSystemLanguages()) : language;
}
