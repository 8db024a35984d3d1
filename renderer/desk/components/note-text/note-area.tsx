import { Brackets } from 'lucide-react';
import { useRef, useState } from 'react';
import { notesWords } from '#shared/wording/english/views/notes-words.ts';
import { Button } from '../button/button.tsx';
import { ComboField } from '../combo-field/combo-field.tsx';
import { Dialog } from '../dialog/dialog.tsx';
import { TextArea } from '../text-area/text-area.tsx';
import { opensPicker, withReference } from './reference-text.ts';
import './note-text.css';

export type NoteAreaProps = {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onSubmit: () => void;
  readonly rows: number;
  readonly autoFocus?: boolean;
};

/** Where a note is written. Typing `[[` opens the picker and puts a reference to any object in place of it. */
export function NoteArea({ value, onChange, onSubmit, rows, autoFocus }: NoteAreaProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [picking, setPicking] = useState<number | null>(null);
  const words = notesWords;
  const close = (caret: number) => {
    setPicking(null);
    // The dialog gives the focus back when it is gone; the caret is set after that.
    setTimeout(() => {
      area.current?.focus();
      area.current?.setSelectionRange(caret, caret);
    }, 60);
  };
  return (
    <div className="note-area">
      <TextArea
        label={words.text}
        hint={words.textHint}
        rows={rows}
        value={value}
        areaRef={area}
        {...(autoFocus && { autoFocus })}
        onChange={(text) => {
          onChange(text);
          const caret = area.current?.selectionStart ?? text.length;
          if (text.length > value.length && opensPicker(text, caret)) setPicking(caret);
        }}
        onSubmit={onSubmit}
      />
      <Button tone="quiet" icon={Brackets} onPress={() => setPicking(area.current?.selectionStart ?? value.length)}>
        {words.insert}
      </Button>
      {picking !== null && (
        <Dialog title={words.insertTitle} open size="small" onClose={() => close(picking)}>
          <ComboField
            label={words.pickObject}
            value={null}
            autoFocus
            onChange={(id) => {
              if (id === null) return;
              const next = withReference(value, picking, id);
              onChange(next.text);
              close(next.caret);
            }}
          />
        </Dialog>
      )}
    </div>
  );
}
