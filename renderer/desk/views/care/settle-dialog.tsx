import { deskWords } from '#shared/wording/english/desk.ts';
import { careWords } from '#shared/wording/english/views/care-words.ts';
import { say } from '../../bridge/toasts.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Button } from '../../components/button/button.tsx';
import { Dialog } from '../../components/dialog/dialog.tsx';

type SettleDialogProps = { readonly branchId: string; readonly onClose: () => void; readonly onSettled: () => void };

/** Settling lets tidying up remove the branch: it is asked for twice. */
export function SettleDialog({ branchId, onClose, onSettled }: SettleDialogProps) {
  const settle = useCommand('case/settle-branch');
  async function run(): Promise<void> {
    const reply = await settle.run({ branchId });
    // That it is settled is kept behind the entry in the custody log, so the list that came with that entry may not know yet.
    onSettled();
    if (reply.ok) say({ tone: 'good', title: careWords.settleDone });
    onClose();
  }
  return (
    <Dialog
      title={careWords.settleTitle}
      open
      onClose={onClose}
      size="small"
      actions={
        <>
          <Button onPress={onClose}>{deskWords.cancel}</Button>
          <Button tone="danger" busy={settle.busy} onPress={() => void run()}>
            {careWords.settleRun}
          </Button>
        </>
      }
    >
      <p>{careWords.settleWhy}</p>
    </Dialog>
  );
}
