import type { RefObject } from 'react';
import { TextArea as AriaTextArea } from 'react-aria-components/TextField';
import { mostInArea } from '../field/most-typed.ts';
import { WrittenField, type WrittenFieldProps } from '../field/written-field.tsx';
import './text-area.css';

export type TextAreaProps = WrittenFieldProps & {
  /** Ctrl+Enter or Cmd+Enter. */
  readonly onSubmit?: () => void;
  readonly rows?: number;
  /** Characters it takes; `null` for what must never be cut, such as evidence. */
  readonly most?: number | null;
  /** BCP 47 tag of what is written in it. */
  readonly lang?: string;
  readonly areaRef?: RefObject<HTMLTextAreaElement | null>;
};

/** Several lines of text. */
export function TextArea({ onSubmit, rows = 3, most = mostInArea, lang, areaRef, ...field }: TextAreaProps) {
  return (
    <WrittenField
      {...field}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && onSubmit) onSubmit();
        else event.continuePropagation();
      }}
    >
      <AriaTextArea
        className="field-control text-area"
        rows={rows}
        spellCheck={false}
        {...(most !== null && { maxLength: most })}
        {...(lang && { lang })}
        {...(areaRef && { ref: areaRef })}
      />
    </WrittenField>
  );
}
