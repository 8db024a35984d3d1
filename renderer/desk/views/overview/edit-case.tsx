import { useState } from 'react';
import type { Overview } from '#shared/contract/case.ts';
import { deskWords } from '#shared/wording/english/desk.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Button } from '../../components/button/button.tsx';
import { Dialog } from '../../components/dialog/dialog.tsx';
import { TextArea } from '../../components/text-area/text-area.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';

const words = deskWords.overview;
type EditCaseProps = { readonly overview: Overview; readonly open: boolean; readonly onClose: () => void };

export function EditCase({ overview, open, onClose }: EditCaseProps) {
  return (
    <Dialog title={words.edit} open={open} onClose={onClose}>
      <EditCaseForm overview={overview} onClose={onClose} />
    </Dialog>
  );
}

function EditCaseForm({ overview, onClose }: Omit<EditCaseProps, 'open'>) {
  const [title, setTitle] = useState(overview.title);
  const [purpose, setPurpose] = useState(overview.purpose);
  const [handling, setHandling] = useState(overview.handling);
  const [analysts, setAnalysts] = useState(overview.analysts.join('\n'));
  const edit = useCommand('case/edit');
  const names = analysts.split('\n').map((name) => name.trim());
  const named = names.filter((name) => name !== '');

  async function save(): Promise<void> {
    if (title.trim() === '' || named.length === 0) return;
    const reply = await edit.run({ title, purpose, handling, analysts: named });
    if (reply.ok) onClose();
  }

  return (
    <div className="form">
      <TextField
        label={words.caseTitle}
        required
        autoFocus
        value={title}
        onChange={setTitle}
        onEnter={() => void save()}
        error={title.trim() === '' ? words.titleMissing : null}
      />
      <TextArea label={words.purpose} hint={words.purposeHint} rows={3} value={purpose} onChange={setPurpose} onSubmit={() => void save()} />
      <TextField label={words.handling} hint={words.handlingHint} value={handling} onChange={setHandling} onEnter={() => void save()} />
      <TextArea
        label={words.analysts}
        hint={words.analystsHint}
        rows={2}
        required
        value={analysts}
        onChange={setAnalysts}
        error={named.length === 0 ? words.analystsMissing : null}
      />
      <div className="form-actions">
        <Button onPress={onClose}>{deskWords.cancel}</Button>
        <Button tone="primary" busy={edit.busy} onPress={() => void save()}>
          {deskWords.save}
        </Button>
      </div>
    </div>
  );
}
