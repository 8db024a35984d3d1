import { type FormEvent, useId, useRef, useState } from 'react';
import { unlockWords } from '#shared/wording/english/unlock.ts';
import { useFirstFocus } from './use-first-focus.ts';

type WordsCheckProps = {
  readonly words: readonly string[];
  readonly enterLabel: string;
  readonly onDone: () => void;
  readonly onShow: () => void;
};

/** Asks for two words at places drawn by chance. */
export function WordsCheck({ words, enterLabel, onDone, onShow }: WordsCheckProps) {
  const [places] = useState(() => twoPlaces(words.length));
  const [wrong, setWrong] = useState<number | null>(null);
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);
  const id = useId();
  useFirstFocus(first);
  const said = unlockWords.words;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const typed = [first, second].map(({ current }) => current?.value.trim().toLowerCase() ?? '');
    const bad = places.find((place, index) => words[place] !== typed[index]) ?? null;
    setWrong(bad);
    if (bad === null) onDone();
  };
  return (
    <form className="card" onSubmit={submit}>
      <h1>{said.checkTitle}</h1>
      <div role="alert" className={wrong === null ? 'notice notice-empty' : 'notice notice-bad'}>
        {wrong === null ? null : said.checkWrong(wrong + 1)}
      </div>
      {places.map((place, index) => (
        <div className="field" key={place}>
          <label htmlFor={`${id}-${place}`}>{said.check(place + 1)}</label>
          <input id={`${id}-${place}`} type="text" autoComplete="off" autoCapitalize="off" spellCheck={false} ref={index === 0 ? first : second} />
        </div>
      ))}
      <div className="submit">
        <button type="submit" className="primary">
          {enterLabel}
        </button>
        <button type="button" className="quiet" onClick={onShow}>
          {said.again}
        </button>
      </div>
    </form>
  );
}

/** Two different places, in order, each as likely as any other. */
function twoPlaces(count: number): readonly number[] {
  const places = new Set<number>();
  const random = new Uint32Array(1);
  while (places.size < Math.min(2, count)) places.add((crypto.getRandomValues(random)[0] ?? 0) % count);
  return [...places].sort((a, b) => a - b);
}
