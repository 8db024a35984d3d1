import { type KeyboardEvent, type Ref, useId, useState } from 'react';
import { unlockWords } from '#shared/wording/english/unlock.ts';

type PassphraseFieldProps = {
  readonly label: string;
  /** The element keeps the passphrase; React's state does not, so that fewer copies of it are made. */
  readonly input: Ref<HTMLInputElement>;
  readonly purpose: 'current' | 'new';
  readonly hint?: string;
  readonly onType?: (typed: string) => void;
};

export function PassphraseField({ label, input, purpose, hint, onType }: PassphraseFieldProps) {
  const id = useId();
  const [shown, setShown] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const words = unlockWords.passphrase;
  const noteCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'));
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="with-button">
        <input
          id={id}
          ref={input}
          type={shown ? 'text' : 'password'}
          autoComplete={purpose === 'current' ? 'current-password' : 'new-password'}
          autoCapitalize="off"
          spellCheck={false}
          aria-describedby={`${id}-hint`}
          onKeyDown={noteCapsLock}
          onKeyUp={noteCapsLock}
          onBlur={() => setCapsLock(false)}
          onInput={(event) => onType?.(event.currentTarget.value)}
        />
        <button type="button" className="quiet" aria-pressed={shown} onClick={() => setShown(!shown)}>
          {shown ? words.hide : words.show}
        </button>
      </div>
      <p className="hint" id={`${id}-hint`}>
        {capsLock ? <span className="caps">{words.capsLock}</span> : hint}
      </p>
    </div>
  );
}
