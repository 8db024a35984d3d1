import { useState } from 'react';
import type { Finding } from '#shared/contract/care.ts';
import { deskWords } from '#shared/wording/english/desk.ts';
import { findingSentence } from '#shared/wording/english/finding-terms.ts';
import { careWords } from '#shared/wording/english/views/care-words.ts';
import { store } from '../../bridge/store.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Button } from '../button/button.tsx';
import { Dialog } from '../dialog/dialog.tsx';

/** What was acknowledged since the case was opened: what opening it noticed stays as it was then. */
export const acknowledgedHere = store<readonly string[]>([]);

export const nameOf = ({ code, subject }: Pick<Finding, 'code' | 'subject'>) => `${code} ${subject}`;

/** Only what is kept in mind can be acknowledged; anything else is told as long as it is there. */
export function Acknowledge({ finding }: { readonly finding: Finding }) {
  const [asking, setAsking] = useState(false);
  const acknowledge = useCommand('case/acknowledge');
  const { code, subject } = finding;
  async function run(): Promise<void> {
    const reply = await acknowledge.run({ code, subject });
    if (reply.ok) acknowledgedHere.set([...acknowledgedHere.get(), nameOf(finding)]);
    setAsking(false);
  }
  return (
    <>
      <Button onPress={() => setAsking(true)}>{careWords.acknowledge}</Button>
      <Dialog
        title={careWords.acknowledgeTitle}
        open={asking}
        onClose={() => setAsking(false)}
        size="small"
        actions={
          <>
            <Button onPress={() => setAsking(false)}>{deskWords.cancel}</Button>
            <Button tone="primary" busy={acknowledge.busy} onPress={() => void run()}>
              {careWords.acknowledgeRun}
            </Button>
          </>
        }
      >
        <p className="wrap">{findingSentence(code)}</p>
        <p className="finding-why">{careWords.acknowledgeWhy}</p>
      </Dialog>
    </>
  );
}
