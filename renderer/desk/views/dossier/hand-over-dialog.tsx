import { useState } from 'react';
import { dossierWords } from '#shared/wording/english/views/dossier-words.ts';
import { handOverWords } from '#shared/wording/english/views/hand-over-words.ts';
import { bridge } from '../../bridge/bridge.ts';
import { runJob } from '../../bridge/jobs.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Busy } from '../../components/busy/busy.tsx';
import { Button } from '../../components/button/button.tsx';
import { ActDialog } from '../../components/dialog/act-dialog.tsx';
import { Dialog } from '../../components/dialog/dialog.tsx';
import { SelectField } from '../../components/select-field/select-field.tsx';
import { TextArea } from '../../components/text-area/text-area.tsx';
import { type HandedOver, HandOverResult } from './hand-over-result.tsx';

const words = handOverWords;
const partSizes = { whole: null, cd: 650_000_000, fat: 4_000_000_000, dvd: 4_700_000_000 } as const;
type PartSize = keyof typeof partSizes;
type Lock = 'recipients' | 'passphrase';
type Source = { readonly from: 'last-export' } | { readonly from: 'ticket'; readonly ticket: string };

/** Encrypts an exported dossier, or the tar of a backup, for somebody else. `exported`: there is one of this sitting. */
export function HandOverDialog({ exported, onClose }: { readonly exported: boolean; readonly onClose: () => void }) {
  const [source, setSource] = useState<Source | null>(exported ? { from: 'last-export' } : null);
  const [name, setName] = useState<string | null>(null);
  const [lock, setLock] = useState<Lock>('recipients');
  const [typed, setTyped] = useState('');
  const [parts, setParts] = useState<PartSize>('whole');
  const [handed, setHanded] = useState<HandedOver | null>(null);
  const command = useCommand('dossiers/hand-over');
  const recipients = lock === 'passphrase' ? [] : typed.split(/\s+/).filter((line) => line !== '');
  const ready = source !== null && (lock === 'passphrase' || recipients.length > 0);

  async function choose(ask: 'choose-folder' | 'choose-files'): Promise<void> {
    const chosen = await ticketFor(ask);
    if (chosen === null) return;
    setSource({ from: 'ticket', ticket: chosen.ticket });
    setName(chosen.name);
  }
  async function write(): Promise<void> {
    if (source === null) return;
    const place = await ticketFor('choose-folder');
    if (place === null) return;
    const reply = await runJob(words.job, (jobId) =>
      command.run({
        ...{ jobId, from: source, to: { from: 'ticket' as const, ticket: place.ticket } },
        ...{ recipients, newPassphrase: lock === 'passphrase', partBytes: partSizes[parts] },
      }),
    );
    // A ticket is good for one use.
    if (source.from === 'ticket') setSource(null);
    if (reply.ok) setHanded(reply.value);
  }
  if (handed)
    return (
      <Dialog title={words.done} open size="large" onClose={onClose} actions={<Button onPress={onClose}>{dossierWords.export.again}</Button>}>
        <HandOverResult handed={handed} />
      </Dialog>
    );
  return (
    <ActDialog title={words.title} act={words.choose} onAct={() => void write()} busy={command.busy} disabled={!ready} onClose={onClose}>
      <div className="form">
        <p>{words.lead}</p>
        <fieldset className="form-group">
          <legend className="field-label">{words.what}</legend>
          <p className={source ? '' : 'soft'}>
            {source === null ? words.needSource : source.from === 'last-export' ? words.lastExport : words.chosen(name ?? '')}
          </p>
          <div className="gate-acts">
            <Button onPress={() => void choose('choose-folder')}>{words.chooseFolder}</Button>
            <Button onPress={() => void choose('choose-files')}>{words.chooseTar}</Button>
          </div>
        </fieldset>
        <SelectField<Lock>
          label={words.who}
          value={lock}
          options={[
            { value: 'recipients', label: words.toRecipients },
            { value: 'passphrase', label: words.toPassphrase },
          ]}
          onChange={setLock}
        />
        {lock === 'recipients' ? (
          <TextArea label={words.recipients} hint={words.recipientsHint} required rows={3} value={typed} onChange={setTyped} />
        ) : (
          <p className="soft">{words.passphraseHint}</p>
        )}
        <SelectField<PartSize>
          label={words.parts}
          value={parts}
          options={Object.keys(partSizes).map((value) => ({ value: value as PartSize, label: words.partSizes[value as PartSize] }))}
          onChange={setParts}
        />
        {command.busy && <Busy words={words.running} />}
      </div>
    </ActDialog>
  );
}

async function ticketFor(ask: 'choose-folder' | 'choose-files'): Promise<{ readonly ticket: string; readonly name: string } | null> {
  const place = await bridge().shell({ ask });
  return place.ok && place.value.kind === 'tickets' ? (place.value.tickets[0] ?? null) : null;
}
