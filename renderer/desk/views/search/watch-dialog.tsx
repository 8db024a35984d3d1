import { useState } from 'react';
import type { WatchTerm } from '#shared/domain/watch/watch-term.ts';
import { watchTermWords as words } from '#shared/wording/english/views/search-words.ts';
import { problemSentence } from '#shared/wording/problems.ts';
import { sayDone } from '../../bridge/say-done.ts';
import { useFormCommand } from '../../bridge/use-command.ts';
import { ActDialog } from '../../components/dialog/act-dialog.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';

/** Words to wait for and why; of a known term, what it is from now on. */
export function WatchDialog({ known, onClose }: { readonly known: WatchTerm | null; readonly onClose: () => void }) {
  const [term, setTerm] = useState(known?.term ?? '');
  const [reason, setReason] = useState(known?.reason ?? '');
  const add = useFormCommand('watch/add');
  const edit = useFormCommand('watch/edit');
  const refusal = add.refusal ?? edit.refusal;
  const busy = add.busy || edit.busy;
  const empty = term.trim() === '';
  async function save(): Promise<void> {
    if (empty || busy) return;
    const given = { term, reason: reason.trim() === '' ? null : reason };
    const reply = known ? await edit.run({ id: known.id, ...given }) : await add.run(given);
    if (!reply.ok) return;
    sayDone(known ? words.changed : words.watching(term.trim()));
    onClose();
  }
  return (
    <ActDialog
      title={known ? words.known : words.fresh}
      size="small"
      act={known ? words.change : words.save}
      onAct={() => void save()}
      busy={busy}
      disabled={empty}
      onClose={onClose}
    >
      <div className="watch-form">
        <TextField
          label={words.term}
          hint={words.termHint}
          value={term}
          onChange={setTerm}
          onEnter={() => void save()}
          autoFocus
          {...(refusal && { error: refusal.kind === 'invalid-input' ? words.termWrong : problemSentence(refusal) })}
        />
        <TextField label={words.reason} value={reason} onChange={setReason} onEnter={() => void save()} />
      </div>
    </ActDialog>
  );
}
