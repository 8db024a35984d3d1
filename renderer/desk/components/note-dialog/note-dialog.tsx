import { useState } from 'react';
import { deskWords } from '#shared/wording/english/desk.ts';
import { notesWords } from '#shared/wording/english/views/notes-words.ts';
import { changeDraft, useDraft } from '../../bridge/drafts.ts';
import { sayDone } from '../../bridge/say-done.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Button } from '../button/button.tsx';
import { ChipsOf } from '../chip/chip.tsx';
import { Dialog } from '../dialog/dialog.tsx';
import { NoteWriting } from '../note-editor/note-writing.tsx';
import { TextField } from '../text-field/text-field.tsx';

type NoteDialogProps = {
  readonly aboutIds: readonly string[];
  readonly title?: string;
  /** Markdown the note begins with. */
  readonly beginning: string;
  readonly onClose: () => void;
  readonly onWritten?: (id: string) => void;
};

/** Writes a note about what is in front of the analyst. Mount it to open it. */
export function NoteDialog({ aboutIds, title: named = '', beginning, onClose, onWritten }: NoteDialogProps) {
  const draftId = `new ${aboutIds.join(' ')} ${beginning}`;
  const [kept, keep] = useDraft<{ readonly title: string; readonly text: string }>('note', draftId);
  const { title, text } = kept ?? { title: named, text: beginning };
  const [first] = useState(text);
  const change = (part: { readonly title?: string; readonly text?: string }) => changeDraft('note', draftId, { title: named, text: beginning }, part);
  const command = useCommand('notes/write');
  const words = notesWords;
  async function save(): Promise<void> {
    if (text.trim() === '' || command.busy) return;
    const reply = await command.run({ title: title.trim() || null, text, aboutIds: [...aboutIds] });
    if (!reply.ok) return;
    keep(null);
    sayDone(words.written);
    onWritten?.(reply.value.id);
    onClose();
  }
  return (
    <Dialog
      title={words.make}
      open
      size="large"
      onClose={onClose}
      actions={
        <>
          <Button
            onPress={() => {
              keep(null);
              onClose();
            }}
          >
            {deskWords.cancel}
          </Button>
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
        <TextField label={words.noteTitle} value={title} onChange={(next) => change({ title: next })} />
        <NoteWriting beginning={first} onChange={(next) => change({ text: next })} onSubmit={() => void save()} autoFocus />
      </div>
    </Dialog>
  );
}
