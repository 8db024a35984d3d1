import { lazy, Suspense } from 'react';
import { deskWords } from '#shared/wording/english/desk.ts';
import type { NoteEditorProps } from './note-editor.tsx';

const NoteEditor = lazy(async () => ({ default: (await import('./note-editor.tsx')).NoteEditor }));

/** The editor of notes, fetched from the app's own files when something is first written: most of a day is reading. */
export function NoteWriting(props: NoteEditorProps) {
  return (
    <Suspense fallback={<p className="faint">{deskWords.loading}</p>}>
      <NoteEditor {...props} />
    </Suspense>
  );
}
