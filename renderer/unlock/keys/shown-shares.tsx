import { useRef, useState } from 'react';
import { keysWords } from '#shared/wording/english/keys-words.ts';
import { Heading } from '../heading.tsx';
import { useFirstFocus } from '../use-first-focus.ts';
import { ShareField } from './check-share.tsx';

const words = keysWords.shown;

/** A share as it goes on paper: whose it is, and its words by number. */
function ShareSheet({ text }: { readonly text: string }) {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const remarks = lines.filter((line) => line.startsWith('#'));
  const numbered = lines
    .filter((line) => !line.startsWith('#'))
    .join(' ')
    .match(/[a-z]+/g);
  return (
    <div className="share print">
      {remarks.map((line) => (
        <p key={line}>{line.replace(/^#\s*/, '')}</p>
      ))}
      <ol className="words">
        {(numbered ?? [])
          .map((word, index) => ({ word, at: index + 1 }))
          .map(({ word, at }) => (
            <li key={at}>
              <span className="words-place" aria-hidden="true">
                {at}
              </span>
              <span className="words-word">{word}</span>
            </li>
          ))}
      </ol>
    </div>
  );
}

/** Fresh shares, one at a time: to be copied by hand or printed, typed back, and given to one holder each. Shown this once. */
export function ShownShares({ shares, onDone }: { readonly shares: readonly string[]; readonly onDone: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [place, setPlace] = useState(0);
  const [seen, setSeen] = useState(false);
  useFirstFocus(heading);
  const last = place === shares.length - 1;
  const next = () => {
    if (last) return onDone();
    setPlace(place + 1);
    setSeen(false);
    heading.current?.focus();
  };
  return (
    <div className="card card-wide">
      <Heading title={words.share(place + 1, shares.length)} focus={heading} />
      <p className="prose">{words.lead}</p>
      <ShareSheet text={shares[place] ?? ''} />
      <div className="submit">
        <button type="button" className="quiet" onClick={() => window.print()}>
          {words.print}
        </button>
        <p className="hint busy-hint">{words.printWhy}</p>
      </div>
      <ShareField key={place} label={words.typeBack} submit={words.checkIt} index={place + 1} onGood={() => setSeen(true)} />
      <label className="way">
        <input type="checkbox" checked={seen} onChange={(event) => setSeen(event.currentTarget.checked)} />
        {words.seen}
      </label>
      <div className="submit">
        <button type="button" className="primary" disabled={!seen} onClick={next}>
          {last ? words.done : words.next}
        </button>
      </div>
    </div>
  );
}
