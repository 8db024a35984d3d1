import { useState } from 'react';
import type { DossierProfile } from '#shared/domain/case/dossier-plan.ts';
import { dossierWords } from '#shared/wording/english/views/dossier-words.ts';
import { say } from '../../bridge/toasts.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { Checkbox } from '../../components/checkbox/checkbox.tsx';
import { ActDialog } from '../../components/dialog/act-dialog.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import { ProfileField } from './profile-field.tsx';

type NewPlanDialogProps = { readonly onClose: () => void; readonly onMade: (id: string) => void };

/** Begins a plan: a title and for whom it is. Mount it to open it. */
export function NewPlanDialog({ onClose, onMade }: NewPlanDialogProps) {
  const overview = useQuery('case/overview', {});
  const [typed, setTyped] = useState<string | null>(null);
  const [profile, setProfile] = useState<DossierProfile>('public');
  const [leavesOut, setLeavesOut] = useState(false);
  const command = useCommand('dossiers/save-plan');
  const title = typed ?? overview.value?.title ?? '';
  const words = dossierWords;
  async function make(): Promise<void> {
    if (title.trim() === '' || command.busy) return;
    const reply = await command.run({ title, profile, marked: leavesOut ? 'left-out' : 'stop' });
    if (!reply.ok) return;
    say({ tone: 'good', title: words.made });
    onMade(reply.value.id);
    onClose();
  }
  return (
    <ActDialog
      title={words.makeTitle}
      size="small"
      act={words.make}
      onAct={() => void make()}
      busy={command.busy}
      disabled={title.trim() === ''}
      onClose={onClose}
    >
      <div className="form">
        <TextField label={words.planTitle} required autoFocus value={title} onChange={setTyped} onEnter={() => void make()} />
        <ProfileField value={profile} onChange={setProfile} />
        <Checkbox checked={leavesOut} onChange={setLeavesOut}>
          {words.leaveOutMarked}
        </Checkbox>
      </div>
    </ActDialog>
  );
}
