import { Search } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import './result-box.css';

export type Result = { readonly id: string; readonly content: ReactNode };
export type ResultGroup = { readonly title: string; readonly results: readonly Result[] };
export type ResultBoxProps = {
  /** Read aloud as the name of the field. */
  readonly label: string;
  readonly resultsLabel: string;
  readonly placeholder: string;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly groups: readonly ResultGroup[];
  readonly onChoose: (id: string) => void;
  /** While results of what was typed are on their way, Enter waits for them. */
  readonly asking?: boolean;
  /** Shown below the field when there are no results. */
  readonly none: ReactNode;
  /** Counts up when the field is asked to take the keyboard again. */
  readonly focusTurn?: number;
  /** Beside the field. */
  readonly aside?: ReactNode;
};

/** The keyboard stays in the field, which names the active option (WAI-ARIA Authoring Practices, combobox with list). */
const listOf = (label: string) => ({ role: 'listbox', 'aria-label': label });
const groupOf = (label: string) => ({ role: 'group', 'aria-label': label });
const optionOf = (selected: boolean, choose: () => void) => ({
  role: 'option',
  'aria-selected': selected,
  // The press must not take the keyboard out of the field.
  onPointerDown: (event: PointerEvent) => event.preventDefault(),
  onClick: choose,
});

/** A field with its results below: arrows move, Enter chooses, a press chooses. */
export function ResultBox({ label, resultsLabel, placeholder, typed, onType, groups, onChoose, asking = false, none, focusTurn = 0, aside }: ResultBoxProps) {
  const [at, setAt] = useState(0);
  const [entered, setEntered] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const all = groups.flatMap((group) => group.results);
  const active = Math.min(at, all.length - 1);

  useEffect(() => {
    list.current?.querySelector(`[data-at="${active}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const first = all[0]?.id;
  useEffect(() => {
    if (!entered || asking) return;
    setEntered(false);
    if (first !== undefined) onChoose(first);
  }, [entered, asking, first, onChoose]);
  useEffect(() => {
    if (focusTurn >= 0) field.current?.select();
    field.current?.focus();
  }, [focusTurn]);

  function onKeyDown(event: KeyboardEvent): void {
    // Enter and arrows that steer an input method are not ours.
    if (event.nativeEvent.isComposing) return;
    // Typed fast: nothing fits yet, but an answer is on its way.
    if (event.key === 'Enter' && asking && all.length === 0) setEntered(true);
    if (all.length === 0) return;
    if (event.key === 'ArrowDown') setAt((active + 1) % all.length);
    else if (event.key === 'ArrowUp') setAt((active - 1 + all.length) % all.length);
    else if (event.key === 'PageDown') setAt(Math.min(active + 10, all.length - 1));
    else if (event.key === 'PageUp') setAt(Math.max(active - 10, 0));
    else if (event.key === 'Enter') onChoose(all[active]?.id ?? '');
    else return;
    event.preventDefault();
  }

  let next = 0;
  return (
    <div className="result-box">
      <div className="result-field">
        <Search aria-hidden size={16} />
        <input
          ref={field}
          className="result-input"
          role="combobox"
          aria-label={label}
          aria-expanded={all.length > 0}
          aria-controls={id}
          aria-autocomplete="list"
          {...(active >= 0 && { 'aria-activedescendant': `${id}-${active}` })}
          placeholder={placeholder}
          spellCheck={false}
          autoComplete="off"
          maxLength={500}
          value={typed}
          onChange={(event) => {
            onType(event.target.value);
            setAt(0);
            setEntered(false);
          }}
          onKeyDown={onKeyDown}
        />
        {aside}
      </div>
      <div ref={list} id={id} className="result-list" {...listOf(resultsLabel)} hidden={all.length === 0}>
        {groups.map((group) => {
          const from = next;
          next += group.results.length;
          return group.results.length === 0 ? null : (
            <div key={group.title} {...groupOf(group.title)}>
              <div className="result-title" aria-hidden>
                {group.title}
              </div>
              {group.results.map((result, index) => (
                <div
                  key={result.id}
                  {...optionOf(from + index === active, () => onChoose(result.id))}
                  id={`${id}-${from + index}`}
                  data-at={from + index}
                  className="result"
                >
                  {result.content}
                </div>
              ))}
            </div>
          );
        })}
      </div>
      {all.length === 0 && none}
    </div>
  );
}
