import { type FormEvent, useRef } from 'react';
import { unlockWords } from '#shared/wording/english/unlock.ts';
import type { CaseFolder } from './bridge.ts';
import { Complaint } from './complaint.tsx';
import { FolderLine } from './folder-line.tsx';
import { complaintOf, emptyPassphrase, NewPassphrase } from './new-passphrase.tsx';
import { OtherPassphrasesField, useOthers } from './other-passphrases.tsx';
import { passphraseBytes, recoveryWords } from './passphrase-bytes.ts';
import { SecretArea } from './secret-area.tsx';
import { startAndAsk } from './start-and-ask.ts';
import { SubmitRow } from './submit-row.tsx';
import { useFirstFocus } from './use-first-focus.ts';
import { useSending } from './use-sending.ts';

type RecoverFormProps = { readonly folder: CaseFolder; readonly onOpened: () => void; readonly onBack: () => void };

/** Opens a case by its 24 words and gives it a new passphrase. */
export function RecoverForm({ folder, onOpened, onBack }: RecoverFormProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const passphrase = { first: useRef<HTMLInputElement>(null), second: useRef<HTMLInputElement>(null) };
  const sending = useSending();
  const others = useOthers();
  useFirstFocus(area);
  const said = unlockWords.recover;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (sending.busy) return;
    const words = recoveryWords(area.current?.value ?? '');
    if (sending.complain(words.length === 24 ? complaintOf(passphrase) : said.notTwentyFour)) return;
    const newPassphrase = passphraseBytes(passphrase.first.current?.value ?? '');
    const reply = await sending.ask(() => startAndAsk(folder.ticket, false, { ask: 'recover', words, newPassphrase, ...others.given }));
    if (!reply.ok) return others.askIf(reply.problem);
    if (area.current) area.current.value = '';
    emptyPassphrase(passphrase);
    onOpened();
  };

  return (
    <form className="card" onSubmit={(event) => void submit(event)}>
      <h1>{said.title}</h1>
      <FolderLine name={folder.folderName} />
      <Complaint {...sending} />
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
      <SubmitRow label={said.submit} busyLabel={said.busy} busy={sending.busy} onBack={onBack} />
    </form>
  );
}
