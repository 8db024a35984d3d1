import { useState } from 'react';
import { notesWords } from '#shared/wording/english/views/notes-words.ts';
import { say } from '../../bridge/toasts.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Button } from '../button/button.tsx';
import { ChipsOf } from '../chip/chip.tsx';
import { Dialog } from '../dialog/dialog.tsx';
import { NoteArea } from '../note-text/note-area.tsx';
import { TextField } from '../text-field/text-field.tsx';

type NoteDialogProps = {
  readonly aboutIds: readonly string[];
  readonly beginning: string;
  readonly onClose: () => void;
  readonly onWritten?: (id: string) => void;
};

/** Writes a note about what is in front of the analyst. Mount it to open it. */
export function NoteDialog({ aboutIds, beginning, onClose, onWritten }: NoteDialogProps) {
  const [title, setTitle] = useState('');
  const [text, setText] = useState(beginning);
  const command = useCommand('notes/write');
  const words = notesWords;
  async function save(): Promise<void> {
    if (text.trim() === '' || command.busy) return;
    const reply = await command.run({ title: title.trim() || null, text, aboutIds: [...aboutIds] });
    if (!reply.ok) return;
    say({ tone: 'good', title: words.written });
    onWritten?.(reply.value.id);
    onClose();
  }
  return (
    <Dialog
      title={words.make}
      open
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button tone="primary" onPress={() => void save()} busy={command.busy} disabled={text.trim() === ''}>
            {words.save}
          </Button>
        </>
      }
    >
      <div className="form">
        {aboutIds.length > 0 && (
          <div className="field">
            <span className="field-label">{words.about}</span>
            <ChipsOf ids={aboutIds} />
          </div>
        )}
        <TextField label={words.noteTitle} value={title} onChange={setTitle} />
        <NoteArea value={text} onChange={setText} onSubmit={() => void save()} rows={9} autoFocus />
      </div>
    </Dialog>
  );
}
