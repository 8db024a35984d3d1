import { BrushCleaning } from 'lucide-react';
import { useState } from 'react';
import type { z } from 'zod';
import type { FreeableSchema } from '#shared/contract/copies.ts';
import { deskWords } from '#shared/wording/english/desk.ts';
import { careWords } from '#shared/wording/english/views/care-words.ts';
import { problemSentence } from '#shared/wording/problems.ts';
import { bridge } from '../../bridge/bridge.ts';
import { runJob, updateJob } from '../../bridge/jobs.ts';
import { say } from '../../bridge/toasts.ts';
import { Banner } from '../../components/banner/banner.tsx';
import { Busy } from '../../components/busy/busy.tsx';
import { Button } from '../../components/button/button.tsx';
import { Dialog } from '../../components/dialog/dialog.tsx';
import { Section } from '../../components/heading/section.tsx';
import { Name } from '../../components/name/name.tsx';
import { sizeText } from '../../components/quantity/quantity.ts';

type Freeable = z.infer<typeof FreeableSchema>;

/** Clears away what nothing refers to, after it was shown. */
export function CompactSection({ readOnly }: { readonly readOnly: boolean }) {
  const [preview, setPreview] = useState<Freeable | null>(null);
  const [busy, setBusy] = useState(false);
  async function look(): Promise<void> {
    setBusy(true);
    const reply = await bridge().query('case/compact-preview', {});
    setBusy(false);
    if (reply.ok) setPreview(reply.value);
    else say({ tone: 'bad', title: problemSentence(reply.problem) });
  }
  return (
    <Section level={2} title={careWords.compact}>
      <div className="section-parts">
        <p className="soft">{careWords.compactWhy}</p>
        <div className="care-buttons">
          <Button icon={BrushCleaning} disabled={readOnly} busy={busy} onPress={() => void look()}>
            {careWords.compactLook}
          </Button>
        </div>
      </div>
      {preview && <CompactDialog freeable={preview} onClose={() => setPreview(null)} />}
    </Section>
  );
}

function CompactDialog({ freeable, onClose }: { readonly freeable: Freeable; readonly onClose: () => void }) {
  const [busy, setBusy] = useState(false);
  const { blobs, blobBytes, logFiles, logBytes, keptForUndo, digest } = freeable;
  const nothing = blobs.length === 0 && logFiles === 0;
  async function run(): Promise<void> {
    setBusy(true);
    await compacted(digest);
    setBusy(false);
    onClose();
  }
  return (
    <Dialog
      title={careWords.compact}
      open
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{nothing ? deskWords.close : deskWords.cancel}</Button>
          {!nothing && (
            <Button tone="danger" busy={busy} onPress={() => void run()}>
              {careWords.compactRun(sizeText(blobBytes + logBytes))}
            </Button>
          )}
        </>
      }
    >
      <div className="section-parts">
        {nothing && <p>{careWords.compactNothing}</p>}
        {blobs.length > 0 && <p>{careWords.compactBlobs(blobs.length, sizeText(blobBytes))}</p>}
        {blobs.length > 0 && (
          <ul className="care-blobs">
            {blobs.map(({ blob, name, bytes }) => (
              <li key={blob}>
                <Name text={name} />
                <span className="numeric soft">{sizeText(bytes)}</span>
              </li>
            ))}
          </ul>
        )}
        {logFiles > 0 && <p>{careWords.compactLog(logFiles, sizeText(logBytes))}</p>}
        {keptForUndo > 0 && <p className="soft">{careWords.compactKept(keptForUndo)}</p>}
        {!nothing && <Banner tone="warn">{careWords.compactNot}</Banner>}
        {busy && <Busy words={careWords.compactJob} />}
      </div>
    </Dialog>
  );
}

async function compacted(digest: string): Promise<void> {
  const reply = await runJob(careWords.compactJob, async (jobId) => {
    const answer = await bridge().command('case/compact', { jobId, digest });
    updateJob(jobId, { results: [answer.ok ? doneWords(answer.value) : problemSentence(answer.problem)] });
    return answer;
  });
  if (reply.ok) say({ tone: 'good', title: doneWords(reply.value) });
  else if (reply.problem.kind !== 'cancelled') say({ tone: 'bad', title: problemSentence(reply.problem) });
}

function doneWords({ freedBytes }: { readonly freedBytes: number }): string {
  return careWords.compactDone(sizeText(freedBytes));
}
