import { useState } from 'react';
import { deskWords } from '#shared/wording/english/desk.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Button } from '../../components/button/button.tsx';
import { Dialog } from '../../components/dialog/dialog.tsx';
import { type EntityDraft, EntityFields, namesOf } from './entity-fields.tsx';

const words = deskWords.entities;
type NewEntityProps = { readonly open: boolean; readonly onClose: () => void; readonly onAdded: (id: string) => void };

export function NewEntity({ open, onClose, onAdded }: NewEntityProps) {
  return (
    <Dialog title={words.add} open={open} onClose={onClose} size="small">
      <NewEntityForm onClose={onClose} onAdded={onAdded} />
    </Dialog>
  );
}

function NewEntityForm({ onClose, onAdded }: Omit<NewEntityProps, 'open'>) {
  const [draft, setDraft] = useState<EntityDraft>({ kind: 'actor', names: '', roleOnly: '' });
  const [tried, setTried] = useState(false);
  const add = useCommand('entities/add');

  async function submit(): Promise<void> {
    setTried(true);
    const names = namesOf(draft);
    if (names.length === 0) return;
    const reply = await add.run({ kind: draft.kind, names, roleOnly: draft.roleOnly.trim() === '' ? null : draft.roleOnly.trim() });
    if (!reply.ok) return;
    onClose();
    onAdded(reply.value.id);
  }

  return (
    <div className="form">
      <EntityFields draft={draft} onChange={setDraft} tried={tried} onSubmit={() => void submit()} />
      <div className="form-actions">
        <Button onPress={onClose}>{deskWords.cancel}</Button>
        <Button tone="primary" busy={add.busy} onPress={() => void submit()}>
          {words.add}
        </Button>
      </div>
    </div>
  );
}
