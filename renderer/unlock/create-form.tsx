import { type FormEvent, useId, useRef, useState } from 'react';
import { unlockWords } from '#shared/wording/english/unlock.ts';
import { bridge, type CaseFolder } from './bridge.ts';
import { Complaint } from './complaint.tsx';
import { complaintOf, emptyPassphrase, NewPassphrase } from './new-passphrase.tsx';
import { passphraseBytes } from './passphrase-bytes.ts';
import { startAndAsk } from './start-and-ask.ts';
import { SubmitRow } from './submit-row.tsx';
import { suggestedFolder } from './suggested-folder.ts';
import { TextField } from './text-field.tsx';
import { useFirstFocus } from './use-first-focus.ts';
import { useSending } from './use-sending.ts';

type CreateFormProps = { readonly onCreated: (recoveryWords: readonly string[]) => void; readonly onBack: () => void };

export function CreateForm({ onCreated, onBack }: CreateFormProps) {
  const title = useRef<HTMLInputElement>(null);
  const purpose = useRef<HTMLTextAreaElement>(null);
  const analyst = useRef<HTMLInputElement>(null);
  const passphrase = { first: useRef<HTMLInputElement>(null), second: useRef<HTMLInputElement>(null) };
  const folderId = useId();
  const [folder, setFolder] = useState<CaseFolder | null>(null);
  const sending = useSending();
  useFirstFocus(title);
  const words = unlockWords.create;

  const chooseFolder = async () => {
    const answer = await bridge().shell({ ask: 'choose-new-case', suggestedName: suggestedFolder() });
    if (answer.kind === 'case') setFolder(answer);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (sending.busy) return;
    const wanted = { title: title.current?.value.trim() ?? '', purpose: purpose.current?.value.trim() ?? '', analyst: analyst.current?.value.trim() ?? '' };
    const wrong = firstOf([
      wanted.title === '' && words.missingTitle,
      wanted.analyst === '' && words.missingAnalyst,
      complaintOf(passphrase),
      folder === null && words.missingFolder,
    ]);
    if (sending.complain(wrong) || folder === null) return;
    const typed = passphraseBytes(passphrase.first.current?.value ?? '');
    const reply = await sending.ask(() => startAndAsk(folder.ticket, false, { ask: 'create', ...wanted, passphrase: typed }));
    if (!reply.ok) return;
    emptyPassphrase(passphrase);
    onCreated(reply.recoveryWords ?? []);
  };

  return (
    <form className="card" noValidate onSubmit={(event) => void submit(event)}>
      <h1>{words.title}</h1>
      <Complaint {...sending} />
      <TextField label={words.name} input={title} />
      <TextField label={words.purpose} hint={words.purposeHint} area={purpose} />
      <TextField label={words.analyst} hint={words.analystHint} input={analyst} />
      <NewPassphrase refs={passphrase} label={unlockWords.open.passphrase} />
      <fieldset className="field" aria-describedby={`${folderId}-hint`}>
        <legend>{words.folder}</legend>
        <div className="with-button">
          <output className={folder === null ? 'folder-name folder-none' : 'folder-name'}>{folder?.folderName ?? words.noFolder}</output>
          <button type="button" className="quiet" disabled={sending.busy} onClick={() => void chooseFolder()}>
            {words.chooseFolder}
          </button>
        </div>
        <p className="hint" id={`${folderId}-hint`}>
          {words.folderHint}
        </p>
      </fieldset>
      <SubmitRow label={words.submit} busyLabel={words.busy} busy={sending.busy} onBack={onBack} />
    </form>
  );
}

function firstOf(complaints: readonly (string | false | null)[]): string | null {
  return complaints.find((one) => typeof one === 'string') || null;
}
