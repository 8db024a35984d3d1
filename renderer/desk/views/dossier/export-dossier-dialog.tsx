import { useState } from 'react';
import type { DossierPlan } from '#shared/domain/case/dossier-plan.ts';
import { profileTerms } from '#shared/wording/english/terms.ts';
import { dossierWords } from '#shared/wording/english/views/dossier-words.ts';
import { handOverWords } from '#shared/wording/english/views/hand-over-words.ts';
import { bridge } from '../../bridge/bridge.ts';
import { runJob } from '../../bridge/jobs.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { Banner } from '../../components/banner/banner.tsx';
import { Busy } from '../../components/busy/busy.tsx';
import { Button } from '../../components/button/button.tsx';
import { Checkbox } from '../../components/checkbox/checkbox.tsx';
import { ActDialog } from '../../components/dialog/act-dialog.tsx';
import { Dialog } from '../../components/dialog/dialog.tsx';
import { ExportResult } from './export-result.tsx';
import type { Exported } from './exported.ts';
import { HandOverDialog } from './hand-over-dialog.tsx';

const words = dossierWords.export;

/** Writes the dossier to a folder the analyst chooses, then shows what was written and how anyone can check it. */
export function ExportDossierDialog({ plan, onClose }: { readonly plan: DossierPlan; readonly onClose: () => void }) {
  const [chosen, setChosen] = useState<readonly string[] | null>(plan.formats);
  const [exported, setExported] = useState<Exported | null>(null);
  const [handingOver, setHandingOver] = useState(false);
  const offered = useQuery('dossiers/formats', {});
  const formats = chosen ?? offered.value?.flatMap(({ id, usual }) => (usual ? [id] : [])) ?? [];
  const preview = useQuery('dossiers/preview', { planId: plan.id });
  const command = useCommand('dossiers/export');
  const uncited = (preview.value?.uncited.length ?? 0) > 0;
  const stopped = preview.value?.marked.some(({ decision }) => decision === 'open') ?? false;
  async function choose(): Promise<void> {
    const place = await bridge().shell({ ask: 'choose-folder' });
    const ticket = place.ok && place.value.kind === 'tickets' ? place.value.tickets[0]?.ticket : undefined;
    if (ticket === undefined) return;
    const reply = await runJob(words.job(plan.title), (jobId) =>
      command.run({ jobId, planId: plan.id, formats: [...formats], to: { from: 'ticket', ticket } }),
    );
    if (reply.ok) setExported(reply.value);
  }
  if (handingOver) return <HandOverDialog exported onClose={onClose} />;
  if (exported)
    return (
      <Dialog
        title={words.done}
        open
        size="large"
        onClose={onClose}
        actions={
          <>
            <Button onPress={() => setHandingOver(true)}>{handOverWords.act}</Button>
            <Button onPress={onClose}>{words.again}</Button>
          </>
        }
      >
        <ExportResult exported={exported} />
      </Dialog>
    );
  return (
    <ActDialog
      title={words.title}
      act={words.choose}
      onAct={() => void choose()}
      busy={command.busy}
      disabled={formats.length === 0 || uncited || stopped}
      beginsAtAct
      onClose={onClose}
    >
      {stopped && (
        <div className="dialog-banner">
          <Banner tone="bad">{words.stopped}</Banner>
        </div>
      )}
      {uncited && (
        <div className="dialog-banner">
          <Banner tone="bad">{words.uncited}</Banner>
        </div>
      )}
      <div className="form">
        <p>
          <strong>{profileTerms[plan.profile].label}.</strong> {profileTerms[plan.profile].meaning}
        </p>
        <p>{words.text}</p>
        <fieldset className="form-group">
          <legend className="field-label">{words.formats}</legend>
          {offered.value?.map(({ id, title, about }) => (
            <Checkbox
              key={id}
              checked={formats.includes(id)}
              onChange={(on) => setChosen(offered.value?.flatMap((one) => ((one.id === id ? on : formats.includes(one.id)) ? [one.id] : [])) ?? [])}
            >
              {words.format(title, about)}
            </Checkbox>
          ))}
          {offered.value && formats.length === 0 && <p className="field-error">{words.needFormat}</p>}
        </fieldset>
        {command.busy && <Busy words={words.running} />}
      </div>
    </ActDialog>
  );
}
