import type { Editor } from '@tiptap/core';
import type { Slice } from '@tiptap/pm/model';
import { EditorContent, useEditor } from '@tiptap/react';
import { useCallback, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { noteBlocks } from '#shared/domain/note/note-blocks.ts';
import { noteMarkdown } from '#shared/domain/note/note-markdown.ts';
import { notesWords } from '#shared/wording/english/views/notes-words.ts';
import '../note-text/note-text.css';
import { blocksOfDocument, noteDocument } from './note-document.ts';
import { noteExtensions } from './note-schema.ts';
import { NoteToolbar } from './note-toolbar.tsx';
import { ShownReference } from './reference-chip.tsx';
import { ReferenceList } from './reference-list.tsx';
import { type AskedReference, referenceSuggestion } from './reference-suggestion.ts';
import { useToldLater } from './told-later.ts';
import './note-editor.css';

export type NoteEditorProps = {
  /** The note's Markdown as it is when the editor opens; later changes of the prop are not taken in. */
  readonly beginning: string;
  readonly onChange: (markdown: string) => void;
  /** Ctrl+Enter or Cmd+Enter. */
  readonly onSubmit: () => void;
  readonly autoFocus?: boolean;
  readonly size?: 'small' | 'large';
};

/** Where a note is written: as it will read, with Markdown's shortcuts, and `[[` for any object of the case. */
export function NoteEditor({ beginning, onChange, onSubmit, autoFocus = false, size = 'small' }: NoteEditorProps) {
  const [asked, setAsked] = useState<AskedReference | null>(null);
  const listKeys = useRef<(event: KeyboardEvent) => boolean>(() => false);
  const submit = useRef(onSubmit);
  submit.current = onSubmit;
  const labelId = useId();
  const told = useToldLater(onChange);
  const writing = useRef<Editor | null>(null);
  const takeWords = (event: Event, data: DataTransfer | null): boolean => {
    const text = data?.getData('text/plain').replaceAll('\r\n', '\n') ?? '';
    event.preventDefault();
    if (text === '') return true;
    const blocks = noteDocument(noteBlocks(text)).content ?? [];
    // Words of one paragraph join the line they are pasted into.
    const [only] = blocks;
    writing.current?.commands.insertContent(blocks.length === 1 && only?.type === 'paragraph' ? (only.content ?? []) : blocks);
    return true;
  };
  const editor = useEditor({
    extensions: [...noteExtensions(ShownReference), referenceSuggestion(setAsked, (event) => listKeys.current(event))],
    content: noteDocument(noteBlocks(beginning)),
    // It comes late: whoever writes in another field meanwhile keeps the keyboard.
    autofocus: autoFocus && !document.activeElement?.matches('input, textarea, [contenteditable=true]') ? 'end' : false,
    injectCSS: false,
    editorProps: {
      attributes: { class: 'note-text note-writing', role: 'textbox', 'aria-multiline': 'true', 'aria-labelledby': labelId, spellcheck: 'false' },
      handleKeyDown: (_view, event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return false;
        flushSync(() => told.now());
        submit.current();
        return true;
      },
      // Only words come in, and they are read as Markdown: the desk parses no foreign page, and what is copied here goes out as Markdown.
      clipboardTextSerializer: (slice: Slice) => noteMarkdown(blocksOfDocument({ type: 'doc', content: slice.content.toJSON() ?? [] })),
      handleDOMEvents: {
        paste: (_view, event) => takeWords(event, event.clipboardData),
        drop: (view, event) => view.dragging === null && takeWords(event, event.dataTransfer),
      },
    },
    onUpdate: ({ editor: now }) => told.later(() => noteMarkdown(blocksOfDocument(now.getJSON()))),
    onBlur: () => told.now(),
  });
  writing.current = editor;
  const onCurrent = useCallback(
    (id: string | null) => {
      const dom = editor?.isDestroyed === false ? editor.view.dom : null;
      if (id === null) dom?.removeAttribute('aria-activedescendant');
      else dom?.setAttribute('aria-activedescendant', id);
    },
    [editor],
  );
  return (
    <div className={`note-editor note-editor-${size}`}>
      <div className="note-editor-head">
        <span className="field-label" id={labelId}>
          {notesWords.text}
        </span>
        {editor && <NoteToolbar editor={editor} />}
      </div>
      <EditorContent editor={editor} className="note-editor-body" />
      <p className="field-hint">{notesWords.textHint}</p>
      {asked && <ReferenceList asked={asked} keys={listKeys} onCurrent={onCurrent} />}
    </div>
  );
}
