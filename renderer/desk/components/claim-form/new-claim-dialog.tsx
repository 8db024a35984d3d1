import { useState } from 'react';
import { deskWords } from '#shared/wording/english/desk.ts';
import { claimsWords } from '#shared/wording/english/views/claims-words.ts';
import { problemSentence } from '#shared/wording/problems.ts';
import { useDraft } from '../../bridge/drafts.ts';
import { sayDone } from '../../bridge/say-done.ts';
import { useFormCommand } from '../../bridge/use-command.ts';
import { Banner } from '../banner/banner.tsx';
import { Button } from '../button/button.tsx';
import { Dialog } from '../dialog/dialog.tsx';
import { type ClaimDraft, claimInput, emptyDraft, nextDraft } from './claim-draft.ts';
import { ClaimFields } from './claim-fields.tsx';
import type { GivenAnchor } from './given-anchor.ts';

export type NewClaimDialogProps = {
  /** Places in evidence the claim starts from. */
  readonly anchors: readonly GivenAnchor[];
  readonly onClose: () => void;
  readonly onSaved?: (id: string) => void;
};

/** Writes claims one after another: Ctrl+Enter saves and opens the next of the same asserter. Mount it to open it. */
export function NewClaimDialog({ anchors, onClose, onSaved }: NewClaimDialogProps) {
  // What was typed waits when the dialog is left by Escape or a press beside it, as with a note.
  const [kept, keep] = useDraft<ClaimDraft>('claim', `new ${JSON.stringify(anchors)}`);
  const [draft, setDraft] = useState(() => kept ?? emptyDraft(anchors));
  const [strict, setStrict] = useState(false);
  const [turn, setTurn] = useState(0);
  const command = useFormCommand('claims/assert');
  const words = claimsWords.dialog;
  const change = (next: ClaimDraft) => {
    setDraft(next);
    keep(next.text.trim() === '' ? null : next);
  };

  async function save(goOn: boolean): Promise<void> {
    const input = claimInput(draft);
    setStrict(true);
    if (input === null || command.busy) return;
    const reply = await command.run(input);
    if (!reply.ok) return;
    keep(null);
    sayDone(words.saved(1));
    onSaved?.(reply.value.id);
    if (!goOn) return onClose();
    setDraft(nextDraft(draft));
    setStrict(false);
    setTurn(turn + 1);
  }

  return (
    <Dialog
      title={words.title}
      open
      onClose={onClose}
      actions={
        <>
          <span className="dialog-note">{words.nextHint}</span>
          <Button
            onPress={() => {
              keep(null);
              onClose();
            }}
          >
            {deskWords.cancel}
          </Button>
          <Button onPress={() => void save(true)} disabled={command.busy}>
            {words.saveNext}
          </Button>
          <Button tone="primary" onPress={() => void save(false)} busy={command.busy}>
            {words.save}
          </Button>
        </>
      }
    >
      {command.refusal && (
        <div className="dialog-banner">
          <Banner tone="bad">{problemSentence(command.refusal)}</Banner>
        </div>
      )}
      <ClaimFields key={turn} draft={draft} onChange={change} strict={strict} onSubmit={() => void save(true)} />
    </Dialog>
  );
}
