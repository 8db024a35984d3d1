import { FolderInput, FolderSync, Package } from 'lucide-react';
import { useState } from 'react';
import type { z } from 'zod';
import type { BackupForm, BackupSchema } from '#shared/contract/copies.ts';
import { careWords } from '#shared/wording/english/views/care-words.ts';
import { problemSentence } from '#shared/wording/problems.ts';
import { bridge } from '../../bridge/bridge.ts';
import { runJob, updateJob } from '../../bridge/jobs.ts';
import { say } from '../../bridge/toasts.ts';
import { Button } from '../../components/button/button.tsx';
import { FindingLine } from '../../components/findings/findings.tsx';
import { Section } from '../../components/heading/section.tsx';
import { sizeText } from '../../components/quantity/quantity.ts';

type Backup = z.infer<typeof BackupSchema>;
type Wanted = 'new' | 'update' | 'tar';

/** Copies the case elsewhere, as a job that can be followed and cancelled in the tray. A case that is only read can be backed up too. */
export function BackupSection() {
  const [made, setMade] = useState<Backup | null>(null);
  const [busy, setBusy] = useState(false);
  async function backUp(wanted: Wanted): Promise<void> {
    const ticket = await chosenPlace(wanted);
    if (ticket === null) return;
    setBusy(true);
    setMade(await copied(ticket, wanted === 'tar' ? 'tar' : 'folder'));
    setBusy(false);
  }
  return (
    <Section level={2} title={careWords.backup}>
      <div className="section-parts">
        <p className="soft">{careWords.backupWhy}</p>
        <div className="care-buttons">
          <Button icon={FolderInput} disabled={busy} onPress={() => void backUp('new')}>
            {careWords.backupNew}
          </Button>
          <Button icon={FolderSync} disabled={busy} onPress={() => void backUp('update')}>
            {careWords.backupUpdate}
          </Button>
          <Button icon={Package} disabled={busy} onPress={() => void backUp('tar')}>
            {careWords.backupTar}
          </Button>
        </div>
        {made && (
          <div className="care-result">
            <FindingLine severity="good" sentence={careWords.backupDone(made.files, sizeText(made.bytes))} />
            {made.damaged > 0 && <FindingLine severity="damage" sentence={careWords.backupDamaged(made.damaged)} />}
            <p className="soft">{careWords.backupCopied(made.copiedFiles, sizeText(made.copiedBytes))}</p>
            <p className="soft wrap">{careWords.backupWords(made.headWords)}</p>
          </div>
        )}
        <p className="soft">{careWords.backupNot}</p>
      </div>
    </Section>
  );
}

async function chosenPlace(wanted: Wanted): Promise<string | null> {
  const day = new Date().toISOString().slice(0, 10);
  const name = `${careWords.backupName(day)}.${wanted === 'tar' ? 'tar' : 'case'}`;
  const reply = await bridge().shell(wanted === 'update' ? { ask: 'choose-folder' } : { ask: 'choose-save-file', suggestedName: name });
  return reply.ok && reply.value.kind === 'tickets' ? (reply.value.tickets[0]?.ticket ?? null) : null;
}

async function copied(ticket: string, as: BackupForm): Promise<Backup | null> {
  const reply = await runJob(careWords.backupJob, async (jobId) => {
    const answer = await bridge().command('case/backup', { jobId, to: { from: 'ticket', ticket }, as });
    updateJob(jobId, { results: [answer.ok ? careWords.backupDone(answer.value.files, sizeText(answer.value.bytes)) : problemSentence(answer.problem)] });
    return answer;
  });
  if (reply.ok) say({ tone: 'good', title: careWords.backupDone(reply.value.files, sizeText(reply.value.bytes)) });
  else if (reply.problem.kind !== 'cancelled') say({ tone: 'bad', title: problemSentence(reply.problem) });
  return reply.ok ? reply.value : null;
}
