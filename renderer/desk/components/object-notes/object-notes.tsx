import { NotebookPen } from 'lucide-react';
import { useState } from 'react';
import { notesWords } from '#shared/wording/english/views/notes-words.ts';
import { openObject } from '../../bridge/navigation.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { Asked } from '../asked/asked.tsx';
import { Button } from '../button/button.tsx';
import { Section } from '../heading/section.tsx';
import { NoteDialog } from '../note-dialog/note-dialog.tsx';
import { NoteText } from '../note-text/note-text.tsx';
import './object-notes.css';

/** Notes about one object, read in place. */
export function ObjectNotes({ id }: { readonly id: string }) {
  const notes = useQuery('notes/list', { aboutId: id });
  const [writing, setWriting] = useState(false);
  const words = notesWords;
  return (
    <Section
      title={words.panel.heading}
      aside={notes.value?.length}
      actions={
        <Button tone="quiet" icon={NotebookPen} onPress={() => setWriting(true)}>
          {words.panel.add}
        </Button>
      }
    >
      <Asked result={notes}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="faint">{words.panel.none}</p>
          ) : (
            <ul className="object-notes">
              {rows.map((note) => (
                <li key={note.id}>
                  <Button tone="quiet" onPress={() => openObject('note', note.id)}>
                    {note.title ?? words.untitled}
                  </Button>
                  <NoteText text={note.text} anchors={note.anchors} />
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
      {writing && <NoteDialog aboutIds={[id]} beginning="" onClose={() => setWriting(false)} />}
    </Section>
  );
}
