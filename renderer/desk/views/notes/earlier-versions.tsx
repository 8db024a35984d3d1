import { notesWords } from '#shared/wording/english/views/notes-words.ts';
import { Section } from '../../components/heading/section.tsx';
import { shownMoment } from '../../components/moment/shown-moment.ts';
import { NoteText } from '../../components/note-text/note-text.tsx';
import type { ShownNote } from './shown-note.ts';

/** What the note said before, newest first; nothing of it is ever rewritten. */
export function EarlierVersions({ earlier }: { readonly earlier: ShownNote['earlier'] }) {
  const numbered = earlier.map((version, at) => ({ ...version, number: at + 1 })).toReversed();
  return (
    <Section title={notesWords.versions} aside={earlier.length}>
      {numbered.map(({ number, text, at }) => (
        <details className="note-version" key={number}>
          <summary>{notesWords.version(number, shownMoment(at, false))}</summary>
          <NoteText text={text} />
        </details>
      ))}
    </Section>
  );
}
