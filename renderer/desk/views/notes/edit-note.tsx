import { Maximize2, Minimize2, X } from 'lucide-react';
import { useState } from 'react';
import { deskWords } from '#shared/wording/english/desk.ts';
import { notesWords } from '#shared/wording/english/views/notes-words.ts';
import { changeDraft, useDraft } from '../../bridge/drafts.ts';
import { useSaving } from '../../bridge/saving.ts';
import { sayDone } from '../../bridge/say-done.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { Button } from '../../components/button/button.tsx';
import { Chip } from '../../components/chip/chip.tsx';
import { ComboField } from '../../components/combo-field/combo-field.tsx';
import { IconButton } from '../../components/icon-button/icon-button.tsx';
import { NoteWriting } from '../../components/note-editor/note-writing.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import type { ShownNote } from './shown-note.ts';

type NoteDraft = { readonly title: string; readonly text: string; readonly aboutIds: readonly string[] };

/** Revises a note. Saving keeps what it said before as an earlier version. */
export function EditNote({ note, onDone }: { readonly note: ShownNote; readonly onDone: () => void }) {
  const [kept, keep] = useDraft<NoteDraft>('note', note.id);
  const asItWas: NoteDraft = { title: note.title ?? '', text: note.text, aboutIds: note.aboutIds };
  const { title, text, aboutIds } = kept ?? asItWas;
  const [first] = useState(text);
  const change = (part: Partial<NoteDraft>) => changeDraft('note', note.id, asItWas, part);
  const leave = () => {
    keep(null);
    onDone();
  };
  const command = useCommand('notes/revise');
  const labels = useQuery('objects/labels', aboutIds.length === 0 ? null : { ids: [...aboutIds] });
  const [inPeace, setInPeace] = useState(false);
  const words = notesWords;
  async function save(): Promise<void> {
    if (command.busy) return;
    const reply = await command.run({ id: note.id, title: title.trim() || null, text, aboutIds: [...aboutIds] });
    if (!reply.ok) return;
    sayDone(words.saved);
    leave();
  }
  useSaving(() => void save(), true);
  const form = (
    <Panel
      title={note.title ?? words.untitled}
      actions={
        <>
          <IconButton icon={inPeace ? Minimize2 : Maximize2} label={inPeace ? words.backToDesk : words.inPeace} onPress={() => setInPeace(!inPeace)} />
          <Button tone="quiet" onPress={leave}>
            {deskWords.cancel}
          </Button>
          <Button tone="primary" busy={command.busy} onPress={() => void save()}>
            {words.saveVersion}
          </Button>
        </>
      }
    >
      <div className="form note-form">
        <TextField label={words.noteTitle} value={title} onChange={(next) => change({ title: next })} />
        <NoteWriting beginning={first} onChange={(next) => change({ text: next })} onSubmit={() => void save()} size="large" autoFocus />
        <div className="note-about">
          <ul className="chips">
            {labels.value?.map((label) => (
              <li key={label.id} className="note-about-one">
                <Chip kind={label.kind} id={label.id} label={label.label} />
                <IconButton icon={X} label={words.removeAbout(label.label)} onPress={() => change({ aboutIds: aboutIds.filter((id) => id !== label.id) })} />
              </li>
            ))}
          </ul>
          <ComboField
            key={aboutIds.length}
            label={words.addAbout}
            value={null}
            exceptIds={[...aboutIds, note.id]}
            onChange={(id) => id !== null && change({ aboutIds: [...aboutIds, id] })}
          />
        </div>
      </div>
    </Panel>
  );
  return <div className={inPeace ? 'note-in-peace' : 'note-in-place'}>{form}</div>;
}
