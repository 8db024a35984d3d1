import { type RefObject, useEffect, useId, useState } from 'react';
import { deskWords } from '#shared/wording/english/desk.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { ObjectInMenu } from '../menu/object-in-menu.tsx';
import type { AskedReference } from './reference-suggestion.ts';

const most = 8;

type ReferenceListProps = {
  readonly asked: AskedReference;
  /** Takes arrow keys and Enter from the editor, which keeps the focus. */
  readonly keys: RefObject<(event: KeyboardEvent) => boolean>;
  /** Told which option is current, for the editor's `aria-activedescendant`. */
  readonly onCurrent: (id: string | null) => void;
};

/** Objects of the case that fit what is typed after `[[`, beside the caret. */
export function ReferenceList({ asked, keys, onCurrent }: ReferenceListProps) {
  const found = useQuery('objects/find', { match: asked.words.slice(0, 200), limit: most });
  const [at, setAt] = useState(0);
  const listId = useId();
  const options = found.value ?? [];
  const current = Math.min(at, Math.max(0, options.length - 1));
  const currentId = options[current] ? `${listId}-${current}` : null;
  useEffect(() => {
    onCurrent(currentId);
    return () => onCurrent(null);
  }, [currentId, onCurrent]);
  useEffect(() => {
    keys.current = (event) => {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        if (options.length > 0) setAt((current + (event.key === 'ArrowDown' ? 1 : options.length - 1)) % options.length);
        return true;
      }
      const chosen = options[current];
      if ((event.key !== 'Enter' && event.key !== 'Tab') || !chosen) return false;
      asked.choose(chosen.id);
      return true;
    };
    return () => {
      keys.current = () => false;
    };
  });
  return (
    <div className="popover note-list" style={placeBeside(asked.at)}>
      <div className="menu" role="listbox" aria-label={deskWords.fields.pickObject}>
        {options.length === 0 && <div className="menu-empty">{found.state === 'loading' ? '…' : deskWords.fields.nothingFound}</div>}
        {options.map((option, index) => (
          <div
            key={option.id}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            className="menu-item"
            {...(index === current && { 'data-focused': true })}
            onMouseMove={() => setAt(index)}
            onMouseDown={(event) => {
              event.preventDefault(); // the editor keeps the focus
              asked.choose(option.id);
            }}
          >
            <ObjectInMenu object={option} />
          </div>
        ))}
      </div>
    </div>
  );
}

/** Below the caret; above it where there is no room below. */
function placeBeside(at: DOMRect): { left: number; top?: number; bottom?: number } {
  const left = Math.max(8, Math.min(at.left, window.innerWidth - 340));
  return at.bottom + 260 < window.innerHeight ? { left, top: at.bottom + 4 } : { left, bottom: window.innerHeight - at.top + 4 };
}
