import { FileOutput, PackageCheck, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { DossierPlan } from '#shared/domain/case/dossier-plan.ts';
import { dossierWords } from '#shared/wording/english/views/dossier-words.ts';
import { handOverWords } from '#shared/wording/english/views/hand-over-words.ts';
import { useDraft } from '../../bridge/drafts.ts';
import { selectObject } from '../../bridge/navigation.ts';
import { useSaving } from '../../bridge/saving.ts';
import { sayDone } from '../../bridge/say-done.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Button } from '../../components/button/button.tsx';
import { Section } from '../../components/heading/section.tsx';
import { IconButton } from '../../components/icon-button/icon-button.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import { Split } from '../../components/split/split.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import { Analysis } from './analysis.tsx';
import { ExportDossierDialog } from './export-dossier-dialog.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { HouseStyleFields } from './house-style.tsx';
import { PlanClaims } from './plan-claims.tsx';
import { type PlanDraft, planDraft, planInput } from './plan-draft.ts';
import { Preview } from './preview.tsx';
import { ProfileField } from './profile-field.tsx';
import { Statements } from './statements.tsx';

/** One plan: its words on the left, what would come of it on the right. */
export function PlanDesk({ plan }: { readonly plan: DossierPlan }) {
  const [changed, setChanged] = useDraft<PlanDraft>('dossier', plan.id);
  const [exporting, setExporting] = useState(false);
  const [handingOver, setHandingOver] = useState(false);
  const save = useCommand('dossiers/save-plan');
  const remove = useCommand('dossiers/remove-plan');
  const draft = changed ?? planDraft(plan);
  const words = dossierWords;
  const change = (part: Partial<PlanDraft>) => setChanged({ ...draft, ...part });
  async function saveIt(): Promise<void> {
    if (draft.title.trim() === '') return;
    const reply = await save.run(planInput(plan.id, draft));
    if (!reply.ok) return;
    setChanged(null);
    sayDone(words.saved);
  }
  useSaving(() => void saveIt(), changed !== null);
  async function removeIt(): Promise<void> {
    const reply = await remove.run({ id: plan.id });
    if (!reply.ok) return;
    sayDone(words.removed, 'plain');
    selectObject(null);
  }
  const actions = (
    <>
      {changed ? (
        <>
          <Button tone="quiet" onPress={() => setChanged(null)}>
            {words.discard}
          </Button>
          <Button tone="primary" busy={save.busy} disabled={draft.title.trim() === ''} onPress={() => void saveIt()}>
            {words.save}
          </Button>
        </>
      ) : (
        <Button tone="primary" icon={FileOutput} onPress={() => setExporting(true)}>
          {words.export.act}
        </Button>
      )}
      <IconButton icon={PackageCheck} label={handOverWords.act} onPress={() => setHandingOver(true)} />
      <IconButton icon={Trash2} label={words.remove} disabled={remove.busy} onPress={() => void removeIt()} />
    </>
  );
  return (
    <>
      <Split
        id="dossier-plan"
        panes={[
          {
            id: 'edit',
            size: 58,
            minPx: 320,
            content: (
              <Panel title={plan.title} actions={actions}>
                <div className="form plan-form">
                  <TextField label={words.planTitle} required value={draft.title} onChange={(title) => change({ title })} />
                  <ProfileField value={draft.profile} onChange={(profile) => change({ profile })} />
                  <HouseStyleFields draft={draft} change={change} />
                </div>
                <Section title={words.statements} aside={draft.statements.length}>
                  <Statements statements={draft.statements} onChange={(statements) => change({ statements })} />
                </Section>
                <Analysis draft={draft} change={change} />
                <PlanClaims claimIds={draft.claimIds} onChange={(claimIds) => change({ claimIds })} />
              </Panel>
            ),
          },
          { id: 'preview', size: 42, minPx: 240, content: <Preview plan={plan} unsaved={changed !== null} /> },
        ]}
      />
      {handingOver && <HandOverDialog exported={false} onClose={() => setHandingOver(false)} />}
      {exporting && <ExportDossierDialog plan={plan} onClose={() => setExporting(false)} />}
    </>
  );
}
