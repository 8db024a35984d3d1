import { useState } from 'react';
import type { EvidenceItem } from '#shared/domain/evidence/evidence-item.ts';
import { evidenceWords } from '#shared/wording/english/views/evidence-words.ts';
import { selectObject } from '../../bridge/navigation.ts';
import { sayDone } from '../../bridge/say-done.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { ActDialog } from '../../components/dialog/act-dialog.tsx';
import { TextArea } from '../../components/text-area/text-area.tsx';

/** Takes an item out of the record, with a reason; its bytes and its custody stay. */
export function RemoveDialog({ item, onClose }: { readonly item: EvidenceItem; readonly onClose: () => void }) {
  const [reason, setReason] = useState('');
  const command = useCommand('evidence/remove');
  const words = evidenceWords.remove;
  async function remove(): Promise<void> {
    const reply = await command.run({ id: item.id, reason: reason.trim() });
    if (!reply.ok) return;
    sayDone(words.done, 'plain');
    onClose();
    selectObject(null);
  }
  return (
    <ActDialog
      title={words.title}
      act={words.confirm}
      tone="danger"
      onAct={() => void remove()}
      busy={command.busy}
      disabled={reason.trim() === ''}
      onClose={onClose}
    >
      <div className="form">
        <p>{words.text}</p>
        <TextArea label={words.reason} rows={2} value={reason} onChange={setReason} autoFocus required />
      </div>
    </ActDialog>
  );
}
