import { useState } from 'react';
import type { EvidenceItem } from '#shared/domain/evidence/evidence-item.ts';
import { evidenceWords } from '#shared/wording/english/views/evidence-words.ts';
import { bridge } from '../../bridge/bridge.ts';
import { say } from '../../bridge/toasts.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Banner } from '../../components/banner/banner.tsx';
import { ActDialog } from '../../components/dialog/act-dialog.tsx';
import { sizeText } from '../../components/quantity/quantity.ts';
import { TextArea } from '../../components/text-area/text-area.tsx';

/** Writes the original bytes outside the case, where the analyst says and for the reason given. */
export function ExportDialog({ item, onClose }: { readonly item: EvidenceItem; readonly onClose: () => void }) {
  const [reason, setReason] = useState('');
  const command = useCommand('evidence/export');
  const words = evidenceWords.export;
  const needsReason = item.atRisk.length > 0 && reason.trim() === '';
  async function choose(): Promise<void> {
    const place = await bridge().shell({ ask: 'choose-save-file', suggestedName: item.name });
    const ticket = place.ok && place.value.kind === 'tickets' ? place.value.tickets[0]?.ticket : undefined;
    if (ticket === undefined) return;
    const reply = await command.run({ id: item.id, to: { from: 'ticket', ticket }, reason: reason.trim() || null });
    if (!reply.ok) return;
    say({ tone: 'good', title: words.done(sizeText(reply.value.bytes)) });
    onClose();
  }
  return (
    <ActDialog title={words.title} act={words.choose} onAct={() => void choose()} busy={command.busy} disabled={needsReason} onClose={onClose}>
      {item.atRisk.length > 0 && (
        <div className="dialog-banner">
          <Banner tone="warn">{words.atRisk}</Banner>
        </div>
      )}
      <div className="form">
        <p>{words.text}</p>
        <TextArea label={words.reason} rows={2} value={reason} onChange={setReason} autoFocus required={item.atRisk.length > 0} />
      </div>
    </ActDialog>
  );
}
