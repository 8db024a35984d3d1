import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { notesWords } from '#shared/wording/english/views/notes-words.ts';
import { useDraft } from '../../bridge/drafts.ts';
import { selectObject } from '../../bridge/navigation.ts';
import { sayDone } from '../../bridge/say-done.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { Asked } from '../../components/asked/asked.tsx';
import { ChipsOf } from '../../components/chip/chip.tsx';
import { Section } from '../../components/heading/section.tsx';
import { IconButton } from '../../components/icon-button/icon-button.tsx';
import { shownMoment } from '../../components/moment/shown-moment.ts';
import { NoteText } from '../../components/note-text/note-text.tsx';
import { ObjectLinks } from '../../components/object-links/object-links.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import { EarlierVersions } from './earlier-versions.tsx';
import { EditNote } from './edit-note.tsx';
import type { ShownNote } from './shown-note.ts';

/** One note: read, revised in place, with every earlier version. */
export function NoteDetail({ id }: { readonly id: string }) {
  const note = useQuery('notes/show', { id });
  return <Asked result={note}>{(value) => <OneNote note={value} />}</Asked>;
}

function OneNote({ note }: { readonly note: ShownNote }) {
  const [kept] = useDraft('note', note.id);
  const [editing, setEditing] = useState(kept !== null);
  const remove = useCommand('notes/remove');
  const words = notesWords;
  if (editing) return <EditNote note={note} onDone={() => setEditing(false)} />;
  async function removeIt(): Promise<void> {
    const reply = await remove.run({ id: note.id });
    if (!reply.ok) return;
    sayDone(words.removed, 'plain');
    selectObject(null);
  }
  return (
    <Panel
      title={note.title ?? words.untitled}
      actions={
        <>
          <IconButton icon={Pencil} label={words.edit} onPress={() => setEditing(true)} />
          <IconButton icon={Trash2} label={words.remove} disabled={remove.busy} onPress={() => void removeIt()} />
        </>
      }
    >
      <p className="faint note-made">{words.changed(shownMoment(note.changedAt, false), note.by)}</p>
      <NoteText text={note.text} anchors={note.anchors} />
      <div className="note-around">
        {note.aboutIds.length > 0 && (
          <Section title={words.about} aside={note.aboutIds.length}>
            <ChipsOf ids={note.aboutIds} />
          </Section>
        )}
        <ObjectLinks id={note.id} />
        {note.earlier.length > 0 && <EarlierVersions earlier={note.earlier} />}
      </div>
    </Panel>
  );
}
