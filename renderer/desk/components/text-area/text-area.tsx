import type { RefObject } from 'react';
import { TextArea as AriaTextArea, TextField } from 'react-aria-components/TextField';
import { FieldFrame, type FieldWords } from '../field/field-frame.tsx';
import { mostInArea } from '../field/most-typed.ts';
import './text-area.css';

export type TextAreaProps = FieldWords & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  /** Ctrl+Enter or Cmd+Enter. */
  readonly onSubmit?: () => void;
  readonly rows?: number;
  readonly placeholder?: string;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly readOnly?: boolean;
  readonly autoFocus?: boolean;
  /** Characters it takes; `null` for what must never be cut, such as evidence. */
  readonly most?: number | null;
  readonly lang?: string;
  readonly areaRef?: RefObject<HTMLTextAreaElement | null>;
};

export function TextArea(props: TextAreaProps) {
  const {
    value,
    onChange,
    onBlur,
    onSubmit,
    rows = 3,
    placeholder,
    required,
    disabled,
    readOnly,
    autoFocus,
    most = mostInArea,
    lang,
    areaRef,
    ...words
  } = props;
  return (
    <TextField
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
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && onSubmit) onSubmit();
        else event.continuePropagation();
      }}
    >
      <FieldFrame {...words}>
        <AriaTextArea
          className="field-control text-area"
          rows={rows}
          placeholder={placeholder ?? ''}
          spellCheck={false}
          {...(most !== null && { maxLength: most })}
          {...(lang && { lang })}
          {...(areaRef && { ref: areaRef })}
        />
      </FieldFrame>
    </TextField>
  );
}
