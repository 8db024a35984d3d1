import { type FormEvent, useRef, useState } from 'react';
import { unlockWords } from '#shared/wording/english/unlock.ts';
import type { CaseFolder } from './bridge.ts';
import { Complaint } from './complaint.tsx';
import { FolderLine } from './folder-line.tsx';
import { sharesOf } from './keys/proof-fields.tsx';
import { complaintOf, emptyPassphrase, NewPassphrase } from './new-passphrase.tsx';
import { OtherPassphrasesField, useOthers } from './other-passphrases.tsx';
import { passphraseBytes } from './passphrase-bytes.ts';
import { SecretArea } from './secret-area.tsx';
import { startAndAsk } from './start-and-ask.ts';
import { SubmitRow } from './submit-row.tsx';
import { useFirstFocus } from './use-first-focus.ts';
import { useSending } from './use-sending.ts';

type SharesFormProps = { readonly folder: CaseFolder; readonly onOpened: () => void; readonly onBack: () => void };

/** Opens a case by shares of its holders, and gives it a new passphrase where that is wanted. */
export function SharesForm({ folder, onOpened, onBack }: SharesFormProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const passphrase = { first: useRef<HTMLInputElement>(null), second: useRef<HTMLInputElement>(null) };
  const others = useOthers();
  const [renew, setRenew] = useState(false);
  const sending = useSending();
  useFirstFocus(area);
  const said = unlockWords.shares;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (sending.busy) return;
    const shares = sharesOf(area.current?.value ?? '');
    if (sending.complain(shares.length === 0 ? said.missing : renew ? complaintOf(passphrase) : null)) return;
    const newPassphrase = passphraseBytes(passphrase.first.current?.value ?? '');
    const reply = await sending.ask(() =>
      startAndAsk(folder.ticket, false, renew ? { ask: 'recover-with-shares', shares, newPassphrase, ...others.given } : { ask: 'open-with-shares', shares }),
    );
    if (!reply.ok) return others.askIf(reply.problem);
    if (area.current) area.current.value = '';
    emptyPassphrase(passphrase);
    onOpened();
  };

  return (
    <form className="card" noValidate onSubmit={(event) => void submit(event)}>
      <h1>{said.title}</h1>
      <FolderLine name={folder.folderName} />
      <p className="prose">{said.lead}</p>
      <Complaint {...sending} />
      <SecretArea label={said.label} rows={9} area={area} tell={(typed) => <span className="numeric">{said.count(sharesOf(typed).length)}</span>} />
      <label className="way">
        <input type="checkbox" checked={renew} onChange={(event) => setRenew(event.currentTarget.checked)} />
        {said.newPassphrase}
      </label>
      {renew && <NewPassphrase refs={passphrase} label={unlockWords.recover.newPassphrase} />}
      {renew && <OtherPassphrasesField others={others} />}
      <SubmitRow label={said.submit} busyLabel={unlockWords.open.busy} busy={sending.busy} onBack={onBack} />
    </form>
  );
}
