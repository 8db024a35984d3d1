import type { KeptFilter } from '#shared/domain/claim/kept-filter.ts';
import { claimsWords } from '#shared/wording/english/views/claims-words.ts';
import { sayDone } from '../../bridge/say-done.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { NameDialog } from '../../components/name-dialog/name-dialog.tsx';
import { changeLedger, ledgerDesk } from './ledger-desk.ts';
import { questionOf } from './ledger-filter.ts';

const words = claimsWords.kept;

/** Keeps how the ledger is seen now under a name. The same name as the filter it was taken from replaces that one. */
export function KeepFilterDialog({ known, onClose }: { readonly known: KeptFilter | null; readonly onClose: () => void }) {
  const keep = useCommand('claims/keep-filter');
  const remove = useCommand('claims/remove-filter');
  async function keepIt(title: string): Promise<void> {
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
    <NameDialog
      words={words}
      hint={words.lead}
      first={known?.title ?? ''}
      saving={keep.busy}
      onSave={(title) => void keepIt(title)}
      onRemove={known && (() => void removeIt(known.id))}
      removing={remove.busy}
      onClose={onClose}
    />
  );
}
