import { useState } from 'react';
import { claimsWords } from '#shared/wording/english/views/claims-words.ts';
import { sayDone } from '../../bridge/say-done.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { Asked } from '../../components/asked/asked.tsx';
import { ActDialog } from '../../components/dialog/act-dialog.tsx';
import { TextArea } from '../../components/text-area/text-area.tsx';
import { proposedLines, propositionsIn } from './propositions.ts';

const words = claimsWords.split;
type SplitProps = { readonly id: string; readonly onClose: () => void };

/** Divides a claim by line breaks: Enter where one proposition ends, Ctrl+Enter when all are there. */
export function SplitDialog({ id, onClose }: SplitProps) {
  const claim = useQuery('claims/show', { id });
  return <Asked result={claim}>{({ text }) => <SplitForm id={id} text={text} onClose={onClose} />}</Asked>;
}

function SplitForm({ id, text, onClose }: SplitProps & { readonly text: string }) {
  const [lines, setLines] = useState(() => proposedLines(text));
  const split = useCommand('claims/split');
  const texts = propositionsIn(lines);
  async function splitIt(): Promise<void> {
    if (texts.length < 2 || split.busy) return;
    const reply = await split.run({ id, texts: [...texts] });
    if (!reply.ok) return;
    sayDone(words.done(texts.length));
    onClose();
  }
  return (
    <ActDialog title={words.title} act={words.save(texts.length)} onAct={() => void splitIt()} busy={split.busy} disabled={texts.length < 2} onClose={onClose}>
      <TextArea label={words.label} hint={words.hint} rows={6} autoFocus value={lines} onChange={setLines} onSubmit={() => void splitIt()} />
    </ActDialog>
  );
}
