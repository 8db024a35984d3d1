import { type FormEvent, useRef, useState } from 'react';
import type { Problem } from '#shared/kernel/problem.ts';
import { unlockWords } from '#shared/wording/english/unlock.ts';
import type { CaseFolder } from './bridge.ts';
import { Complaint } from './complaint.tsx';
import { sharesOf } from './keys/proof-fields.tsx';
import { complaintOf, emptyPassphrase, NewPassphrase } from './new-passphrase.tsx';
import { OtherPassphrasesField, saysOthers, useOthers } from './other-passphrases.tsx';
import { passphraseBytes } from './passphrase-bytes.ts';
import { SecretArea } from './secret-area.tsx';
import { startAndAsk } from './start-and-ask.ts';
import { SubmitRow } from './submit-row.tsx';
import { useFirstFocus } from './use-first-focus.ts';

type SharesFormProps = { readonly folder: CaseFolder; readonly onOpened: () => void; readonly onBack: () => void };

/** Opens a case by shares of its holders, and gives it a new passphrase where that is wanted. */
export function SharesForm({ folder, onOpened, onBack }: SharesFormProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const passphrase = { first: useRef<HTMLInputElement>(null), second: useRef<HTMLInputElement>(null) };
  const others = useOthers();
  const [renew, setRenew] = useState(false);
  const [complaint, setComplaint] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  useFirstFocus(area);
  const said = unlockWords.shares;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const shares = sharesOf(area.current?.value ?? '');
    const wrong = shares.length === 0 ? said.missing : renew ? complaintOf(passphrase) : null;
    setComplaint(wrong);
    setProblem(null);
    if (wrong !== null) return;
    setBusy(true);
    const newPassphrase = passphraseBytes(passphrase.first.current?.value ?? '');
    const reply = await startAndAsk(
      folder.ticket,
      false,
      renew ? { ask: 'recover-with-shares', shares, newPassphrase, ...others.given } : { ask: 'open-with-shares', shares },
    );
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
    <form className="card" noValidate onSubmit={(event) => void submit(event)}>
      <h1>{said.title}</h1>
      <p className="folder">
        <span className="folder-label">{unlockWords.open.folder}</span> {folder.folderName}
      </p>
      <p className="prose">{said.lead}</p>
      <Complaint sentence={complaint} problem={problem} />
      <SecretArea label={said.label} rows={9} area={area} tell={(typed) => <span className="numeric">{said.count(sharesOf(typed).length)}</span>} />
      <label className="way">
        <input type="checkbox" checked={renew} onChange={(event) => setRenew(event.currentTarget.checked)} />
        {said.newPassphrase}
      </label>
      {renew && <NewPassphrase refs={passphrase} label={unlockWords.recover.newPassphrase} />}
      {renew && <OtherPassphrasesField others={others} />}
      <SubmitRow label={said.submit} busyLabel={unlockWords.open.busy} busy={busy} onBack={onBack} />
    </form>
  );
}
