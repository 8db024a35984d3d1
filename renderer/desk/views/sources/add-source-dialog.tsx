import { useState } from 'react';
import { sourcesWords } from '#shared/wording/english/views/sources-words.ts';
import { sayDone } from '../../bridge/say-done.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { ActDialog } from '../../components/dialog/act-dialog.tsx';
import { emptySource, sourceInput } from './source-draft.ts';
import { SourceFields } from './source-fields.tsx';

/** A source without a file, such as a broadcast heard or a witness. Mount it to open it. */
export function AddSourceDialog({ onClose, onAdded }: { readonly onClose: () => void; readonly onAdded: (id: string) => void }) {
  const [draft, setDraft] = useState(emptySource);
  const [strict, setStrict] = useState(false);
  const command = useCommand('sources/add');
  const words = sourcesWords;
  async function add(): Promise<void> {
    setStrict(true);
    const input = sourceInput(draft);
    if (input === null || command.busy) return;
    const reply = await command.run(input);
    if (!reply.ok) return;
    sayDone(words.added);
    onAdded(reply.value.id);
    onClose();
  }
  return (
    <ActDialog title={words.addTitle} act={words.add} onAct={() => void add()} busy={command.busy} onClose={onClose}>
      <SourceFields draft={draft} onChange={setDraft} selfId={null} strict={strict} autoFocus />
    </ActDialog>
  );
}
