import { type FormEvent, useId, useRef, useState } from 'react';
import type { Problem } from '#shared/kernel/problem.ts';
import { unlockWords } from '#shared/wording/english/unlock.ts';
import type { CaseFolder } from './bridge.ts';
import { Notice } from './notice.tsx';
import { passphraseBytes } from './passphrase-bytes.ts';
import { PassphraseField } from './passphrase-field.tsx';
import { startAndAsk } from './start-and-ask.ts';
import { SubmitRow } from './submit-row.tsx';
import { useFirstFocus } from './use-first-focus.ts';

type OpenFormProps = {
  readonly folder: CaseFolder;
  readonly onOpened: () => void;
  readonly onBack: () => void;
  readonly onRecover: (folder: CaseFolder) => void;
};

export function OpenForm({ folder, onOpened, onBack, onRecover }: OpenFormProps) {
  const input = useRef<HTMLInputElement>(null);
  const remember = useRef<HTMLInputElement>(null);
  const rememberId = useId();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  useFirstFocus(input);
  const words = unlockWords.open;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const field = input.current;
    if (busy || field === null) return;
    if (field.value === '') return setProblem({ kind: 'wrong-passphrase' });
    setBusy(true);
    setProblem(null);
    const reply = await startAndAsk(folder.ticket, remember.current?.checked ?? false, { ask: 'open', passphrase: passphraseBytes(field.value) });
    if (reply.ok) field.value = '';
    else field.select();
    setBusy(false);
    if (reply.ok) onOpened();
    else setProblem(reply.problem);
  };

  return (
    <form className="card" onSubmit={(event) => void submit(event)}>
      <h1>{words.title}</h1>
      <p className="folder">
        <span className="folder-label">{words.folder}</span> {folder.folderName}
      </p>
      <Notice problem={problem} />
      <PassphraseField label={words.passphrase} input={input} purpose="current" />
      <div className="check">
        <input type="checkbox" id={rememberId} ref={remember} aria-describedby={`${rememberId}-hint`} />
        <label htmlFor={rememberId}>{words.remember}</label>
        <p className="hint" id={`${rememberId}-hint`}>
          {words.rememberHint}
        </p>
      </div>
      <SubmitRow label={words.submit} busyLabel={words.busy} busy={busy} onBack={onBack} />
      <button type="button" className="link" disabled={busy} onClick={() => onRecover(folder)}>
        {words.useWords}
      </button>
    </form>
  );
}
