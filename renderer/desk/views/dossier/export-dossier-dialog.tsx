import { useState } from 'react';
import { type DossierFormat, dossierFormats } from '#shared/contract/dossiers.ts';
import type { DossierPlan } from '#shared/domain/case/dossier-plan.ts';
import { profileTerms } from '#shared/wording/english/terms.ts';
import { dossierWords } from '#shared/wording/english/views/dossier-words.ts';
import { bridge } from '../../bridge/bridge.ts';
import { runJob } from '../../bridge/jobs.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { Banner } from '../../components/banner/banner.tsx';
import { Busy } from '../../components/busy/busy.tsx';
import { Button } from '../../components/button/button.tsx';
import { Checkbox } from '../../components/checkbox/checkbox.tsx';
import { Dialog } from '../../components/dialog/dialog.tsx';
import { ExportResult } from './export-result.tsx';
import type { Exported } from './exported.ts';

const words = dossierWords.export;

/** Writes the dossier to a folder the analyst chooses, then shows what was written and how anyone can check it. */
export function ExportDossierDialog({ plan, onClose }: { readonly plan: DossierPlan; readonly onClose: () => void }) {
  const [formats, setFormats] = useState<readonly DossierFormat[]>(dossierFormats);
  const [exported, setExported] = useState<Exported | null>(null);
  const preview = useQuery('dossiers/preview', { planId: plan.id });
  const command = useCommand('dossiers/export');
  const uncited = (preview.value?.uncited.length ?? 0) > 0;
  async function choose(): Promise<void> {
    const place = await bridge().shell({ ask: 'choose-folder' });
    const ticket = place.ok && place.value.kind === 'tickets' ? place.value.tickets[0]?.ticket : undefined;
    if (ticket === undefined) return;
    const reply = await runJob(words.job(plan.title), (jobId) =>
      command.run({ jobId, planId: plan.id, formats: [...formats], to: { from: 'ticket', ticket } }),
    );
    if (reply.ok) setExported(reply.value);
  }
  if (exported)
    return (
      <Dialog title={words.done} open size="large" onClose={onClose} actions={<Button onPress={onClose}>{words.again}</Button>}>
        <ExportResult exported={exported} />
      </Dialog>
    );
  return (
    <Dialog
      title={words.title}
      open
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{dossierWords.cancel}</Button>
          <Button tone="primary" autoFocus busy={command.busy} disabled={formats.length === 0 || uncited} onPress={() => void choose()}>
            {words.choose}
          </Button>
        </>
      }
    >
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
          {dossierFormats.map((format) => (
            <Checkbox
              key={format}
              checked={formats.includes(format)}
              onChange={(on) => setFormats(dossierFormats.filter((one) => (one === format ? on : formats.includes(one))))}
            >
              {words.formatNames[format]}
            </Checkbox>
          ))}
          {formats.length === 0 && <p className="field-error">{words.needFormat}</p>}
        </fieldset>
        {command.busy && <Busy words={words.running} />}
      </div>
    </Dialog>
  );
}
