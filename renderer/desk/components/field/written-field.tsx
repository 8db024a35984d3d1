import type { ReactNode } from 'react';
import { TextField, type TextFieldProps } from 'react-aria-components/TextField';
import { FieldFrame, type FieldWords } from './field-frame.tsx';

/** What a line and an area of text are both given. */
export type WrittenFieldProps = FieldWords & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly required?: boolean;
  readonly readOnly?: boolean;
  readonly autoFocus?: boolean;
};

type OfItsKind = {
  readonly onKeyDown: NonNullable<TextFieldProps['onKeyDown']>;
  /** The line or area itself. */
  readonly children: ReactNode;
};

/** What is written, under its label: a field of one line or of several. */
export function WrittenField(props: WrittenFieldProps & OfItsKind) {
  const { value, onChange, onBlur, required = false, readOnly = false, autoFocus, onKeyDown, children, ...words } = props;
  return (
    <TextField
      className="field"
      value={value}
      onChange={onChange}
      isInvalid={Boolean(words.error)}
      isRequired={required}
      isReadOnly={readOnly}
      validationBehavior="aria"
      {...(onBlur && { onBlur })}
      {...(autoFocus && { autoFocus })}
      onKeyDown={onKeyDown}
    >
      <FieldFrame {...words}>{children}</FieldFrame>
    </TextField>
  );
}
