import { useState } from 'react';
import { deskWords } from '#shared/wording/english/desk.ts';
import { KeyHint } from '../key-hint/key-hint.tsx';
import { shortcutOf } from './pressed-keys.ts';
import './key-capture.css';

type KeyCaptureProps = { readonly label: string; readonly keys: string | null; readonly onKeys: (keys: string) => void };

/** A button that shows a shortcut; once pressed it takes the next keys for a new one. Escape leaves it as it was. */
export function KeyCapture({ label, keys, onKeys }: KeyCaptureProps) {
  const [waiting, setWaiting] = useState(false);
  return (
    <button
      type="button"
      className="key-capture"
      aria-label={label}
      onClick={() => setWaiting(true)}
      onBlur={() => setWaiting(false)}
      onKeyDown={(event) => {
        if (!waiting || event.key === 'Tab') return;
        event.preventDefault();
        event.stopPropagation();
        if (event.key === 'Escape') return setWaiting(false);
        const pressed = shortcutOf(event, /mac/i.test(navigator.platform));
        if (pressed === null) return;
        setWaiting(false);
        onKeys(pressed);
      }}
    >
      {waiting ? deskWords.pressKeys : keys === null ? <span className="faint">{deskWords.noKeys}</span> : <KeyHint keys={keys} />}
    </button>
  );
}
