import { type FormEvent, useRef, useState } from 'react';
import type { Problem } from '#shared/kernel/problem.ts';
import { unlockWords } from '#shared/wording/english/unlock.ts';
import type { CaseFolder } from './bridge.ts';
import { Complaint } from './complaint.tsx';
import { complaintOf, emptyPassphrase, NewPassphrase } from './new-passphrase.tsx';
import { OtherPassphrasesField, saysOthers, useOthers } from './other-passphrases.tsx';
import { passphraseBytes, recoveryWords } from './passphrase-bytes.ts';
import { SecretArea } from './secret-area.tsx';
import { startAndAsk } from './start-and-ask.ts';
import { SubmitRow } from './submit-row.tsx';
import { useFirstFocus } from './use-first-focus.ts';

type RecoverFormProps = { readonly folder: CaseFolder; readonly onOpened: () => void; readonly onBack: () => void };

/** Opens a case by its 24 words and gives it a new passphrase. */
export function RecoverForm({ folder, onOpened, onBack }: RecoverFormProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const passphrase = { first: useRef<HTMLInputElement>(null), second: useRef<HTMLInputElement>(null) };
  const [complaint, setComplaint] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const others = useOthers();
  useFirstFocus(area);
  const said = unlockWords.recover;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const words = recoveryWords(area.current?.value ?? '');
    const wrong = words.length === 24 ? complaintOf(passphrase) : said.notTwentyFour;
    setComplaint(wrong);
    setProblem(null);
    if (wrong !== null) return;
    setBusy(true);
    const reply = await startAndAsk(folder.ticket, false, {
      ask: 'recover',
      words,
      newPassphrase: passphraseBytes(passphrase.first.current?.value ?? ''),
      ...others.given,
    });
    setBusy(false);
    if (!reply.ok) {
      if (saysOthers(reply.problem)) others.ask();
      return setProblem(reply.problem);
    }
    if (area.current) area.current.value = '';
    emptyPassphrase(passphrase);
    onOpened();
  };

  return (
    <form className="card" onSubmit={(event) => void submit(event)}>
      <h1>{said.title}</h1>
      <p className="folder">
        <span className="folder-label">{unlockWords.open.folder}</span> {folder.folderName}
      </p>
      <Complaint sentence={complaint} problem={problem} />
      <SecretArea
        label={said.words}
        rows={5}
        area={area}
        tell={(typed) => (
          <>
            {said.wordsHint} <span className="numeric">{said.count(recoveryWords(typed).length)}</span>
          </>
        )}
      />
      <NewPassphrase refs={passphrase} label={said.newPassphrase} />
      <OtherPassphrasesField others={others} />
      <SubmitRow label={said.submit} busyLabel={said.busy} busy={busy} onBack={onBack} />
    </form>
  );
}
