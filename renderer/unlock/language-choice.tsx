import { Languages } from 'lucide-react';
import { useState } from 'react';
import { type Language, languageNames, languages } from '#shared/kernel/languages.ts';
import { unlockWords } from '#shared/wording/english/unlock.ts';
import { bridge } from './bridge.ts';

type LanguageChoiceProps = { readonly onSpoken: (language: Language) => void };
type Chosen = 'system' | Language;

/** The language of this page and of the desk. Each stands there by its own name, so that it is found by whoever reads no other. */
export function LanguageChoice({ onSpoken }: LanguageChoiceProps) {
  const [chosen, setChosen] = useState<Chosen>(bridge().language);
  const choose = async (value: string) => {
    const language = (['system', ...languages] as const).find((each) => each === value) ?? 'system';
    const answer = await bridge().shell({ ask: 'choose-language', language });
    setChosen(language);
    if (answer.kind === 'language') onSpoken(answer.spoken);
  };
  return (
    <label className="language">
      <Languages size={16} aria-hidden="true" />
      <span className="language-label">{unlockWords.language}</span>
      <select value={chosen} onChange={(event) => void choose(event.currentTarget.value)}>
        <option value="system">{unlockWords.languageOfSystem}</option>
        {languages.map((language) => (
          <option key={language} value={language} lang={language}>
            {languageNames[language]}
          </option>
        ))}
      </select>
    </label>
  );
}
