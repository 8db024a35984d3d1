import { Ellipsis, FileOutput, Paperclip, SquareDashed, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { EvidenceItem } from '#shared/domain/evidence/evidence-item.ts';
import { dossierWords } from '#shared/wording/english/views/dossier-words.ts';
import { evidenceWords } from '#shared/wording/english/views/evidence-words.ts';
import { takeInAttached } from '../../bridge/take-in.ts';
import { IconButton } from '../../components/icon-button/icon-button.tsx';
import { Menu } from '../../components/menu/menu.tsx';
import { RedactDialog } from '../../components/redaction/redact-dialog.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { RemoveDialog } from './remove-dialog.tsx';

/** Acts on the whole item. */
export function EvidenceActions({ item }: { readonly item: EvidenceItem }) {
  const [doing, setDoing] = useState<'export' | 'redact' | 'remove' | null>(null);
  const close = () => setDoing(null);
  const attached = item.found.filter(({ field }) => field === 'attachment').map(({ value }) => value);
  return (
    <>
      <IconButton icon={FileOutput} label={evidenceWords.export.act} onPress={() => setDoing('export')} />
      <Menu
        label={evidenceWords.more}
        entries={[
          { id: 'export', label: evidenceWords.export.act, icon: FileOutput, run: () => setDoing('export') },
          ...(attached.length > 0
            ? [{ id: 'attached', label: evidenceWords.takeInAttached(attached.length), icon: Paperclip, run: () => void takeInAttached(item.id, attached) }]
            : []),
          { id: 'redact', label: dossierWords.gate.redact, icon: SquareDashed, run: () => setDoing('redact') },
          { id: 'remove', label: evidenceWords.remove.act, icon: Trash2, run: () => setDoing('remove') },
        ]}
      >
        <IconButton icon={Ellipsis} label={evidenceWords.more} />
      </Menu>
      {doing === 'export' && <ExportDialog item={item} onClose={close} />}
      {doing === 'redact' && <RedactDialog evidenceId={item.id} onClose={close} />}
      {doing === 'remove' && <RemoveDialog item={item} onClose={close} />}
    </>
  );
}
