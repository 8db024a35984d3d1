import { Input } from 'react-aria-components/TextField';
import { mostInLine } from '../field/most-typed.ts';
import { WrittenField, type WrittenFieldProps } from '../field/written-field.tsx';

export type TextFieldProps = WrittenFieldProps & {
  readonly onEnter?: () => void;
  readonly placeholder?: string;
  readonly mono?: boolean;
};

/** One line of text. */
export function TextField({ onEnter, placeholder = '', mono, ...field }: TextFieldProps) {
  return (
    <WrittenField
      {...field}
      onKeyDown={(event) => {
        // Enter that ends an input-method composition belongs to the composition.
        if (event.key === 'Enter' && onEnter && !event.nativeEvent.isComposing) onEnter();
        else event.continuePropagation();
      }}
    >
      <Input className={mono ? 'field-control mono' : 'field-control'} placeholder={placeholder} spellCheck={false} autoComplete="off" maxLength={mostInLine} />
    </WrittenField>
  );
}
