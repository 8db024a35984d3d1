import { useState } from 'react';
import type { ClaimRow } from '#shared/contract/claims.ts';
import { claimsWords } from '#shared/wording/english/views/claims-words.ts';
import { sayDone } from '../../bridge/say-done.ts';
import { useFormCommand } from '../../bridge/use-command.ts';
import { ActDialog } from '../dialog/act-dialog.tsx';
import { claimInput, draftOf } from './claim-draft.ts';
import { ClaimFields } from './claim-fields.tsx';

/** Changes what a claim says; ratings are changed where they stand. Mount it to open it. */
export function EditClaimDialog({ claim, onClose }: { readonly claim: ClaimRow; readonly onClose: () => void }) {
  const [draft, setDraft] = useState(() => draftOf(claim));
  const command = useFormCommand('claims/edit');
  const words = claimsWords.dialog;
  async function save(): Promise<void> {
    const input = claimInput(draft);
    if (input === null || command.busy) return;
    const reply = await command.run({ id: claim.id, ...input });
    if (!reply.ok) return;
    sayDone(claimsWords.detail.saved);
    onClose();
  }
  return (
    <ActDialog title={words.editTitle} act={words.save} onAct={() => void save()} busy={command.busy} refusal={command.refusal} onClose={onClose}>
      <ClaimFields draft={draft} onChange={setDraft} strict onSubmit={() => void save()} />
    </ActDialog>
  );
}
