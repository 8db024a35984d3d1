import { useState } from 'react';
import type { KeptFilter } from '#shared/domain/claim/kept-filter.ts';
import { claimsWords } from '#shared/wording/english/views/claims-words.ts';
import { sayDone } from '../../bridge/say-done.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Button } from '../../components/button/button.tsx';
import { Dialog } from '../../components/dialog/dialog.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import { changeLedger, ledgerDesk } from './ledger-desk.ts';
import { questionOf } from './ledger-filter.ts';

const words = claimsWords.kept;

/** Keeps how the ledger is seen now under a name. The same name as the filter it was taken from replaces that one. */
export function KeepFilterDialog({ known, onClose }: { readonly known: KeptFilter | null; readonly onClose: () => void }) {
  const [title, setTitle] = useState(known?.title ?? '');
  const keep = useCommand('claims/keep-filter');
  const remove = useCommand('claims/remove-filter');
  async function keepIt(): Promise<void> {
    if (title.trim() === '' || keep.busy) return;
    const { filter, grouping } = ledgerDesk.get();
    const same = known?.title === title.trim() ? { id: known.id } : {};
    const reply = await keep.run({ ...same, title, conditions: questionOf(filter), grouping });
    if (!reply.ok) return;
    changeLedger({ keptId: reply.value.id });
    sayDone(words.done);
    onClose();
  }
  async function removeIt(id: string): Promise<void> {
    const reply = await remove.run({ id });
    if (!reply.ok) return;
    changeLedger({ keptId: null });
    sayDone(words.removed, 'plain');
    onClose();
  }
  return (
    <Dialog
      title={words.title}
      open
      size="small"
      onClose={onClose}
      actions={
        <>
          {known && (
            <Button tone="danger" busy={remove.busy} onPress={() => void removeIt(known.id)}>
              {words.remove}
            </Button>
          )}
          <Button onPress={onClose}>{claimsWords.dialog.cancel}</Button>
          <Button tone="primary" busy={keep.busy} disabled={title.trim() === ''} onPress={() => void keepIt()}>
            {words.save}
          </Button>
        </>
      }
    >
      <TextField label={words.name} hint={words.lead} value={title} onChange={setTitle} onEnter={() => void keepIt()} autoFocus />
    </Dialog>
  );
}
