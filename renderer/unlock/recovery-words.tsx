import { type FormEvent, useId, useRef, useState } from 'react';
import { unlockWords } from '#shared/wording/english/unlock.ts';
import { Heading } from './heading.tsx';
import { useFirstFocus } from './use-first-focus.ts';
import { WordsCheck } from './words-check.tsx';

type RecoveryWordsProps = {
  readonly words: readonly string[];
  readonly onDone: () => void;
  /** What comes after the check; the desk unless said otherwise. */
  readonly enterLabel?: string;
};

/** The 24 words, shown this once, then two of them asked back: a paper that was not written would be noticed too late. */
export function RecoveryWords({ words, onDone, enterLabel = unlockWords.words.enter }: RecoveryWordsProps) {
  const [step, setStep] = useState<'show' | 'check'>('show');
  const [written, setWritten] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  const writtenId = useId();
  useFirstFocus(title);
  const said = unlockWords.words;
  if (step === 'check') return <WordsCheck words={words} enterLabel={enterLabel} onDone={onDone} onShow={() => setStep('show')} />;
  const next = (event: FormEvent) => {
    event.preventDefault();
    if (written) setStep('check');
  };
  return (
    <form className="card card-wide" onSubmit={next}>
      <Heading title={said.title} focus={title} />
      <p className="prose">{said.why}</p>
      <ol className="words" aria-label={said.list}>
        {numbered(words).map(({ word, place }) => (
          <li key={place}>
            <span className="words-place" aria-hidden="true">
              {place}
            </span>
            <span className="words-word">{word}</span>
          </li>
        ))}
      </ol>
      <div className="check">
        <input type="checkbox" id={writtenId} checked={written} onChange={(event) => setWritten(event.currentTarget.checked)} />
        <label htmlFor={writtenId}>{said.written}</label>
      </div>
      <div className="submit">
        <button type="submit" className="primary" disabled={!written}>
          {said.next}
        </button>
      </div>
    </form>
  );
}

/** A word may come twice in a recovery code: its place is what tells it apart. */
function numbered(words: readonly string[]): readonly { readonly word: string; readonly place: number }[] {
  return words.map((word, index) => ({ word, place: index + 1 }));
}
