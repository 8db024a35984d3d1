import { useState } from 'react';
import { TextField as AriaTextField, Input } from 'react-aria-components/TextField';
import { FieldFrame, type FieldWords } from '../field/field-frame.tsx';

export type NumberFieldProps = FieldWords & {
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly least: number;
  readonly most: number;
};

/**
 * A whole number within bounds; arrow keys count up and down, what is typed counts when the field is left. Not React Aria's own, whose
 * announcer writes HTML text, which the policy of the page refuses.
 */
export function NumberField({ value, onChange, least, most, ...words }: NumberFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  function take(wanted: number): void {
    setTyped(null);
    const next = Math.min(most, Math.max(least, wanted));
    if (next !== value) onChange(next);
  }
  function takeTyped(): void {
    if (typed !== null) take(/^\s*\d+\s*$/.test(typed) ? Number(typed) : value);
  }
  return (
    <AriaTextField
      className="field number-field"
      value={typed ?? String(value)}
      onChange={setTyped}
      onBlur={takeTyped}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
        if (step !== 0) {
          event.preventDefault();
          take(value + step);
        } else if (event.key === 'Enter') takeTyped();
        else event.continuePropagation();
      }}
    >
      <FieldFrame {...words}>
        <Input className="field-control numeric" inputMode="numeric" spellCheck={false} autoComplete="off" />
      </FieldFrame>
    </AriaTextField>
  );
}
