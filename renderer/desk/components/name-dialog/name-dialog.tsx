import { useState } from 'react';
import { deskWords } from '#shared/wording/english/desk.ts';
import { Button } from '../button/button.tsx';
import { Dialog } from '../dialog/dialog.tsx';
import { TextField } from '../text-field/text-field.tsx';

type NameDialogProps = {
  readonly words: { readonly title: string; readonly name: string; readonly save: string; readonly remove: string };
  readonly hint?: string;
  /** Why the name was refused. */
  readonly error?: string;
  /** The name it has, where it is kept already. */
  readonly first: string;
  readonly saving: boolean;
  readonly onSave: (name: string) => void;
  /** `null` where nothing is kept yet. */
  readonly onRemove: (() => void) | null;
  readonly removing: boolean;
  readonly onClose: () => void;
};

/** Keeps what is in front of the analyst under a name, or removes what is kept. */
export function NameDialog({ words, hint, error, first, saving, onSave, onRemove, removing, onClose }: NameDialogProps) {
  const [name, setName] = useState(first);
  const save = () => {
    if (name.trim() !== '' && !saving) onSave(name);
  };
  return (
    <Dialog
      title={words.title}
      open
      size="small"
      onClose={onClose}
      actions={
        <>
          {onRemove && (
            <Button tone="danger" busy={removing} onPress={onRemove}>
              {words.remove}
            </Button>
          )}
          <Button onPress={onClose}>{deskWords.cancel}</Button>
          <Button tone="primary" busy={saving} disabled={name.trim() === ''} onPress={save}>
            {words.save}
          </Button>
        </>
      }
    >
      <TextField
        label={words.name}
        {...(hint !== undefined && { hint })}
        {...(error !== undefined && { error })}
        value={name}
        onChange={setName}
        onEnter={save}
        autoFocus
      />
    </Dialog>
  );
}
