import { useState } from 'react';
import type { Region } from '#shared/domain/evidence/anchor.ts';
import { isRecording } from '#shared/domain/evidence/check-anchors.ts';
import type { RecordingSpan } from '#shared/domain/evidence/recording-span.ts';
import { dossierWords } from '#shared/wording/english/views/dossier-words.ts';
import { runJob } from '../../bridge/jobs.ts';
import { say } from '../../bridge/toasts.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { Asked } from '../asked/asked.tsx';
import { Checkbox } from '../checkbox/checkbox.tsx';
import { ActDialog } from '../dialog/act-dialog.tsx';
import { TextArea } from '../text-area/text-area.tsx';
import { TextField } from '../text-field/text-field.tsx';
import { PictureRedaction } from './picture-redaction.tsx';
import { RecordingRedaction } from './recording-redaction.tsx';
import { type Passage, TextRedaction } from './text-redaction.tsx';
import './redaction.css';

const words = dossierWords.redact;

/** Makes a redacted copy of an item: boxes on its picture, stretches taken out of its sound and video, or roles in its text. The original stays as it is. */
export function RedactDialog({ evidenceId, onClose }: { readonly evidenceId: string; readonly onClose: () => void }) {
  const item = useQuery('evidence/show', { id: evidenceId });
  const picture = useCommand('evidence/redact-picture');
  const recording = useCommand('evidence/redact-recording');
  const text = useCommand('evidence/redact-text');
  const [regions, setRegions] = useState<readonly Region[]>([]);
  const [spans, setSpans] = useState<readonly RecordingSpan[]>([]);
  const [soundOnly, setSoundOnly] = useState(false);
  const [passages, setPassages] = useState<readonly Passage[]>([]);
  const [people, setPeople] = useState(true);
  const [reason, setReason] = useState('');
  const [legalBasis, setLegalBasis] = useState('');
  const [name, setName] = useState('');
  const shown = item.value?.picture ?? null;
  const plays = item.value !== undefined && item.value !== null && isRecording(item.value.mime);
  const busy = picture.busy || recording.busy || text.busy;
  async function make(): Promise<void> {
    const why = { id: evidenceId, reason, legalBasis: legalBasis.trim() === '' ? null : legalBasis, ...(name.trim() !== '' && { name }) };
    const reply = await runJob(words.job, async (jobId) =>
      shown
        ? picture.run({ jobId, ...why, regions: [...regions] })
        : plays
          ? recording.run({ jobId, ...why, spans: [...spans], soundOnly })
          : text.run({ jobId, ...why, people, passages: passages.map((passage) => ({ ...passage })) }),
    );
    if (!reply.ok) return;
    say({ tone: 'good', title: words.made });
    onClose();
  }
  return (
    <ActDialog
      title={words.title}
      size="large"
      act={words.act}
      onAct={() => void make()}
      busy={busy}
      disabled={reason.trim() === '' || !item.value || (!shown && !plays && !item.value.text)}
      onClose={onClose}
    >
      <Asked result={item}>
        {({ id, mime, text: words_, picture: drawn }) => (
          <div className="form">
            {drawn && <PictureRedaction evidenceId={id} size={drawn} regions={regions} onChange={setRegions} />}
            {!drawn && plays && (
              <RecordingRedaction
                evidenceId={id}
                hasPicture={mime.startsWith('video/')}
                {...{ spans, soundOnly }}
                onChange={setSpans}
                onSoundOnly={setSoundOnly}
              />
            )}
            {!drawn && !plays && words_ && (
              <>
                <TextRedaction evidenceId={id} passages={passages} onChange={setPassages} />
                <Checkbox checked={people} onChange={setPeople}>
                  {words.people}
                </Checkbox>
              </>
            )}
            {!drawn && !plays && !words_ && <p>{words.neither}</p>}
            <TextArea label={words.reason} required rows={2} value={reason} onChange={setReason} />
            <TextField label={words.legalBasis} value={legalBasis} onChange={setLegalBasis} />
            <TextField label={words.name} hint={words.nameHint} value={name} onChange={setName} />
          </div>
        )}
      </Asked>
    </ActDialog>
  );
}
