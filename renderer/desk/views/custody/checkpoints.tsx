import { Copy, FileOutput, PenLine, Signature } from 'lucide-react';
import { useState } from 'react';
import type { CustodyCheckpoint } from '#shared/contract/custody.ts';
import { deskWords } from '#shared/wording/english/desk.ts';
import { custodyWords as words } from '#shared/wording/english/views/custody-words.ts';
import { problemSentence } from '#shared/wording/problems.ts';
import { bridge } from '../../bridge/bridge.ts';
import { runJob, updateJob } from '../../bridge/jobs.ts';
import { say } from '../../bridge/toasts.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { Asked } from '../../components/asked/asked.tsx';
import { Button } from '../../components/button/button.tsx';
import { FindingLine } from '../../components/findings/findings.tsx';
import { Section } from '../../components/heading/section.tsx';
import { Moment } from '../../components/moment/moment.tsx';
import { durationText } from '../../components/quantity/quantity.ts';
import { AddSignatureDialog, CosignDialog } from './signature-dialogs.tsx';

const checkpointsShown = 10;

/** Signed states of the log, who signed them, and whether the clock fits. */
export function Checkpoints() {
  const asked = useQuery('custody/checkpoints', {});
  const readOnly = useQuery('case/overview', {}).value?.readOnly ?? false;
  const sign = useCommand('custody/sign');
  const [dialog, setDialog] = useState<'add' | 'cosign' | null>(null);
  async function signNow(): Promise<void> {
    const reply = await sign.run({});
    if (reply.ok) say({ tone: 'good', title: words.signed });
    asked.reload();
  }
  return (
    <Section title={words.checkpoints}>
      <div className="section-parts">
        <p className="soft">{words.why}</p>
        <div className="custody-buttons">
          <Button icon={Signature} disabled={readOnly} busy={sign.busy} onPress={() => void signNow()}>
            {words.sign}
          </Button>
          <Button icon={PenLine} disabled={readOnly} onPress={() => setDialog('add')}>
            {words.addSignature}
          </Button>
          <Button disabled={readOnly} onPress={() => setDialog('cosign')}>
            {words.cosign}
          </Button>
          <Button icon={FileOutput} onPress={() => void exportLog()}>
            {words.export}
          </Button>
        </div>
        <Asked result={asked}>
          {({ entries, checkpoints, clock }) => (
            <>
              {checkpoints.length === 0 && <p className="soft">{words.none}</p>}
              {checkpoints[0] && checkpoints[0].size < entries && <p className="soft">{words.since(entries - checkpoints[0].size)}</p>}
              <ul className="custody-checkpoints">
                {checkpoints.slice(0, checkpointsShown).map((checkpoint) => (
                  <Checkpoint key={checkpoint.size} checkpoint={checkpoint} />
                ))}
              </ul>
              <h4 className="section-subtitle">{words.clock}</h4>
              {clock.length === 0 ? (
                <FindingLine severity="good" sentence={words.clockFine} />
              ) : (
                <>
                  <p className="soft">{words.clockWhy}</p>
                  {clock.map(({ seq, sort, ms }) => (
                    <FindingLine key={seq} severity="warning" sentence={words.jump(seq, sort, durationText(ms))} />
                  ))}
                </>
              )}
            </>
          )}
        </Asked>
      </div>
      {dialog === 'add' && <AddSignatureDialog onClose={() => setDialog(null)} onAdded={asked.reload} />}
      {dialog === 'cosign' && <CosignDialog onClose={() => setDialog(null)} />}
    </Section>
  );
}

function Checkpoint({ checkpoint }: { readonly checkpoint: CustodyCheckpoint }) {
  const { size, words: spoken, at, note, signatures } = checkpoint;
  async function copy(): Promise<void> {
    const reply = await bridge().shell({ ask: 'copy-text', text: note });
    if (reply.ok) say({ tone: 'plain', title: words.copied });
  }
  return (
    <li className="custody-checkpoint">
      <div className="custody-checkpoint-head">
        <strong>{words.entries(size)}</strong>
        <Moment at={at} precise />
      </div>
      <p className="head-words wrap" title={words.words}>
        {spoken.join(' ')}
      </p>
      <p className="soft wrap">
        {words.signatures}: {signatures.map(({ name, own }) => (own ? `${name} (${words.own})` : name)).join(', ')}
      </p>
      <Button icon={Copy} tone="quiet" onPress={() => void copy()}>
        {words.copyNote}
      </Button>
    </li>
  );
}

async function exportLog(): Promise<void> {
  const place = await bridge().shell({ ask: 'choose-folder' });
  const ticket = place.ok && place.value.kind === 'tickets' ? place.value.tickets[0]?.ticket : undefined;
  if (ticket === undefined) return;
  const reply = await runJob(words.exportJob, async (jobId) => {
    const answer = await bridge().command('custody/export', { jobId, to: { from: 'ticket', ticket } });
    updateJob(jobId, { results: [answer.ok ? words.exported(answer.value.files, answer.value.entries) : problemSentence(answer.problem)] });
    return answer;
  });
  if (reply.ok) say({ tone: 'good', title: words.exported(reply.value.files, reply.value.entries) });
  else if (reply.problem.kind !== 'cancelled') say({ tone: 'bad', title: problemSentence(reply.problem), detail: deskWords.tryAgain });
}
