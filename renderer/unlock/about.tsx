import type { Language } from '#shared/kernel/languages.ts';
import { unlockWords } from '#shared/wording/english/unlock.ts';
import { LanguageChoice } from './language-choice.tsx';
import { Mark } from './mark.tsx';

type AboutProps = { readonly onSpoken: (language: Language) => void };

/** What the product is, and what its lock does not do: said before anything is entrusted to it. */
export function About({ onSpoken }: AboutProps) {
  return (
    <aside className="about">
      <div className="brand">
        <Mark />
        <p className="brand-name">{unlockWords.name}</p>
      </div>
      <LanguageChoice onSpoken={onSpoken} />
      <p className="promise">{unlockWords.promise}</p>
      <p className="offline">{unlockWords.offline}</p>
      <section className="honest" aria-labelledby="honest-title">
        <h2 id="honest-title">{unlockWords.honestTitle}</h2>
        <ul>
          {unlockWords.honest.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
    </aside>
  );
}
