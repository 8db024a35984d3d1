import { X } from 'lucide-react';
import { useState } from 'react';
import { notesWords } from '#shared/wording/english/views/notes-words.ts';
import { say } from '../../bridge/toasts.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { Button } from '../../components/button/button.tsx';
import { Chip } from '../../components/chip/chip.tsx';
import { ComboField } from '../../components/combo-field/combo-field.tsx';
import { IconButton } from '../../components/icon-button/icon-button.tsx';
import { NoteArea } from '../../components/note-text/note-area.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import type { ShownNote } from './shown-note.ts';

/** Revises a note. Saving keeps what it said before as an earlier version. */
export function EditNote({ note, onDone }: { readonly note: ShownNote; readonly onDone: () => void }) {
  const [title, setTitle] = useState(note.title ?? '');
  const [text, setText] = useState(note.text);
  const [aboutIds, setAboutIds] = useState<readonly string[]>(note.aboutIds);
  const command = useCommand('notes/revise');
  const labels = useQuery('objects/labels', aboutIds.length === 0 ? null : { ids: [...aboutIds] });
  const words = notesWords;
  async function save(): Promise<void> {
    if (command.busy) return;
    const reply = await command.run({ id: note.id, title: title.trim() || null, text, aboutIds: [...aboutIds] });
    if (!reply.ok) return;
    say({ tone: 'good', title: words.saved });
    onDone();
  }
  return (
    <Panel
      title={note.title ?? words.untitled}
      actions={
        <>
          <Button tone="quiet" onPress={onDone}>
            {words.cancel}
          </Button>
          <Button tone="primary" busy={command.busy} onPress={() => void save()}>
            {words.saveVersion}
          </Button>
        </>
      }
    >
      <div className="form note-form">
        <TextField label={words.noteTitle} value={title} onChange={setTitle} />
        <NoteArea value={text} onChange={setText} onSubmit={() => void save()} rows={16} autoFocus />
        <div className="note-about">
          <ul className="chips">
            {labels.value?.map((label) => (
              <li key={label.id} className="note-about-one">
                <Chip kind={label.kind} id={label.id} label={label.label} />
                <IconButton icon={X} label={words.removeAbout(label.label)} onPress={() => setAboutIds(aboutIds.filter((id) => id !== label.id))} />
              </li>
            ))}
          </ul>
          <ComboField
            key={aboutIds.length}
            label={words.addAbout}
            value={null}
            exceptIds={[...aboutIds, note.id]}
            onChange={(id) => id !== null && setAboutIds([...aboutIds, id])}
          />
        </div>
      </div>
    </Panel>
  );
}
