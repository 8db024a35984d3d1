import { useState } from 'react';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { claimsWords } from '#shared/wording/english/views/claims-words.ts';
import { sayDone } from '../../bridge/say-done.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { ActorField } from '../../components/actor-field/actor-field.tsx';
import { DateField } from '../../components/date-field/date-field.tsx';
import { ActDialog } from '../../components/dialog/act-dialog.tsx';
import { SelectField } from '../../components/select-field/select-field.tsx';
import { actChoices, asIs, findingChoices, gradeChoices, nothingChanged, sharedChanges, stateChoices } from './shared-changes.ts';

const words = claimsWords.marks;
type ChangeProps = { readonly ids: readonly string[]; readonly onClose: () => void; readonly onDone: () => void };

/** One change to all marked claims, done and undone as one. */
export function ChangeMarkedDialog({ ids, onClose, onDone }: ChangeProps) {
  const [draft, setDraft] = useState(nothingChanged);
  const command = useCommand('claims/edit-many');
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const changes = sharedChanges(draft);
  async function save(): Promise<void> {
    if (changes === null || command.busy) return;
    const reply = await command.run({ ids: ids as ObjectId[], ...changes });
    if (!reply.ok) return;
    sayDone(words.done(ids.length));
    onDone();
  }
  const labels = claimsWords.dialog;
  return (
    <ActDialog title={words.title(ids.length)} act={words.save} onAct={() => void save()} busy={command.busy} disabled={changes === null} onClose={onClose}>
      <div className="form">
        <p className="soft">{words.lead}</p>
        <div className="form-row">
          <SelectField label={claimsWords.detail.finding} value={draft.finding} options={findingChoices} onChange={(finding) => change({ finding })} />
          <SelectField
            label={claimsWords.detail.credibility}
            value={draft.credibility}
            options={gradeChoices}
            onChange={(credibility) => change({ credibility })}
          />
        </div>
        <div className="form-row">
          <SelectField label={claimsWords.detail.workState} value={draft.workState} options={stateChoices} onChange={(workState) => change({ workState })} />
          <SelectField label={labels.act} value={draft.act} options={actChoices} onChange={(act) => change({ act })} />
        </div>
        <ActorField label={labels.asserter} placeholder={asIs.label} value={draft.asserter} onChange={(asserter) => change({ asserter })} />
        <div className="form-row">
          <DateField label={labels.saidAt} value={draft.saidAt} onChange={(saidAt) => change({ saidAt })} />
          <DateField label={labels.eventAt} value={draft.eventAt} onChange={(eventAt) => change({ eventAt })} />
        </div>
      </div>
    </ActDialog>
  );
}
