import type { RefObject } from 'react';
import { TextField as AriaTextField, Input } from 'react-aria-components/TextField';
import { FieldFrame, type FieldWords } from '../field/field-frame.tsx';
import { mostInLine } from '../field/most-typed.ts';

export type TextFieldProps = FieldWords & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly onEnter?: () => void;
  readonly placeholder?: string;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly readOnly?: boolean;
  readonly autoFocus?: boolean;
  /** BCP 47 tag of what is written in it. */
  readonly lang?: string;
  readonly mono?: boolean;
  readonly inputRef?: RefObject<HTMLInputElement | null>;
};

export function TextField(props: TextFieldProps) {
  const { value, onChange, onBlur, onEnter, placeholder, required, disabled, readOnly, autoFocus, lang, mono, inputRef, ...words } = props;
  return (
    <AriaTextField
      className="field"
      value={value}
      onChange={onChange}
      isInvalid={Boolean(words.error)}
      isRequired={required ?? false}
      isDisabled={disabled ?? false}
      isReadOnly={readOnly ?? false}
      validationBehavior="aria"
      {...(onBlur && { onBlur })}
      {...(autoFocus && { autoFocus })}
      onKeyDown={(event) => {
        // Enter that ends an input-method composition belongs to the composition.
        if (event.key === 'Enter' && onEnter && !event.nativeEvent.isComposing) onEnter();
        else event.continuePropagation();
      }}
    >
      <FieldFrame {...words}>
        <Input
          className={mono ? 'field-control mono' : 'field-control'}
          placeholder={placeholder ?? ''}
          spellCheck={false}
          autoComplete="off"
          maxLength={mostInLine}
          {...(lang && { lang })}
          {...(inputRef && { ref: inputRef })}
        />
      </FieldFrame>
    </AriaTextField>
  );
}
