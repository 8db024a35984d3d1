import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { type EvidenceItem, type EvidenceKind, evidenceKinds } from '#shared/domain/evidence/evidence-item.ts';
import { evidenceKindTerms } from '#shared/wording/english/terms.ts';
import { evidenceWords } from '#shared/wording/english/views/evidence-words.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Button } from '../../components/button/button.tsx';
import { ComboField } from '../../components/combo-field/combo-field.tsx';
import { ActDialog } from '../../components/dialog/act-dialog.tsx';
import { SelectField } from '../../components/select-field/select-field.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';

const kinds = evidenceKinds.map((value) => ({ value, label: evidenceKindTerms[value] }));

/** Name shown, kind and source of an item; its bytes and hash never change. */
export function EditItem({ item }: { readonly item: EvidenceItem }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button tone="quiet" icon={Pencil} onPress={() => setOpen(true)}>
        {evidenceWords.facts.edit}
      </Button>
      {open && <EditItemDialog item={item} onClose={() => setOpen(false)} />}
    </>
  );
}

function EditItemDialog({ item, onClose }: { readonly item: EvidenceItem; readonly onClose: () => void }) {
  const [name, setName] = useState(item.name);
  const [kind, setKind] = useState<EvidenceKind>(item.kind);
  const [sourceId, setSourceId] = useState<string | null>(item.sourceId);
  const command = useCommand('evidence/edit');
  const words = evidenceWords.facts;
  async function save(): Promise<void> {
    if (name.trim() === '') return;
    const reply = await command.run({ id: item.id, name, kind, ...(sourceId && { sourceId }) });
    if (reply.ok) onClose();
  }
  return (
    <ActDialog title={words.edit} size="small" act={words.save} onAct={() => void save()} busy={command.busy} disabled={name.trim() === ''} onClose={onClose}>
      <div className="form">
        <TextField label={words.name} value={name} onChange={setName} onEnter={() => void save()} required autoFocus />
        <SelectField label={words.kind} value={kind} options={kinds} onChange={setKind} />
        <ComboField label={words.source} kinds={['source']} value={sourceId} onChange={setSourceId} />
      </div>
    </ActDialog>
  );
}
