import { type FormEvent, type RefObject, useId, useRef, useState } from 'react';
import type { Problem } from '#shared/kernel/problem.ts';
import { unlockWords } from '#shared/wording/english/unlock.ts';
import type { AnewKind } from './anew/anew-form.tsx';
import type { CaseFolder } from './bridge.ts';
import { FolderLine } from './folder-line.tsx';
import { bytesOf, KeyFileField } from './key-file-field.tsx';
import { Notice } from './notice.tsx';
import { passphraseBytes } from './passphrase-bytes.ts';
import { PassphraseField } from './passphrase-field.tsx';
import { startAndAsk } from './start-and-ask.ts';
import { SubmitRow } from './submit-row.tsx';
import { useFirstFocus } from './use-first-focus.ts';

/** What the case is opened for. The desk may have been left for its keys, or for another line of its edits. */
export type OpeningFor = { readonly to: 'desk' | 'keys' } | { readonly to: 'branch'; readonly branch: string };
type OpenFormProps = {
  readonly folder: CaseFolder;
  readonly opening: OpeningFor;
  readonly mayRemember: boolean;
  /** The case is open for its keys. For the desk the shell puts that in the place of this page. */
  readonly onOpenedForKeys: () => void;
  readonly onBack: () => void;
  readonly onRecover: (folder: CaseFolder) => void;
  readonly onShares: (folder: CaseFolder) => void;
  readonly onAnew: (folder: CaseFolder, kind: AnewKind) => void;
};

export function OpenForm({ folder, opening, mayRemember, onOpenedForKeys, onBack, onRecover, onShares, onAnew }: OpenFormProps) {
  const input = useRef<HTMLInputElement>(null);
  const remember = useRef<HTMLInputElement>(null);
  const keyFile = useRef<File | null>(null);
  const [withFile, setWithFile] = useState(false);
  const [readOnly, setReadOnly] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  useFirstFocus(input);
  const words = unlockWords.open;
  const forDesk = opening.to === 'desk';
  const branch = opening.to === 'branch' ? opening.branch : undefined;

  const unlock = async (to: 'desk' | 'keys') => {
    const field = input.current;
    if (busy || field === null) return;
    if (field.value === '') return setProblem({ kind: 'wrong-passphrase' });
    setBusy(true);
    setProblem(null);
    const reply = await startAndAsk(folder.ticket, remember.current?.checked ?? false, {
      ask: 'open',
      passphrase: passphraseBytes(field.value),
      readOnly: readOnly && to === 'desk',
      forDesk: to === 'desk',
      ...(branch !== undefined && { branch }),
      ...(keyFile.current !== null && { keyFile: await bytesOf(keyFile.current) }),
    });
    if (reply.ok) {
      field.value = '';
      if (to === 'keys') onOpenedForKeys();
      return;
    }
    field.select();
    setBusy(false);
    setProblem(reply.problem);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void unlock(opening.to === 'keys' ? 'keys' : 'desk');
  };

  return (
    <form className="card" onSubmit={submit}>
      <h1>{branch !== undefined ? words.titleForBranch : forDesk ? words.title : words.titleForKeys}</h1>
      <FolderLine name={folder.folderName} />
      {branch !== undefined && <p className="prose">{words.branch(branch)}</p>}
      <Notice problem={problem} />
      <PassphraseField label={words.passphrase} input={input} purpose="current" />
      {withFile && (
        <KeyFileField
          hint={false}
          onFile={(file) => {
            keyFile.current = file;
          }}
        />
      )}
      <Tick
        label={words.withKeyFile}
        checked={withFile}
        onChange={(on) => {
          keyFile.current = null;
          setWithFile(on);
        }}
      />
      {forDesk && <Tick label={words.readOnly} hint={words.readOnlyHint} checked={readOnly} onChange={setReadOnly} />}
      {forDesk && mayRemember && <Remember input={remember} />}
      <SubmitRow label={words.submit} busyLabel={words.busy} busy={busy} onBack={onBack} />
      <div className="links">
        {branch === undefined && (
          <>
            <Way label={words.useWords} busy={busy} go={() => onRecover(folder)} />
            <Way label={words.useShares} busy={busy} go={() => onShares(folder)} />
            {forDesk && <Way label={words.manageKeys} busy={busy} go={() => void unlock('keys')} />}
            <Way label={words.rekey} busy={busy} go={() => onAnew(folder, 'rekey')} />
            {forDesk && <Way label={words.repair} busy={busy} go={() => onAnew(folder, 'repair')} />}
          </>
        )}
      </div>
    </form>
  );
}

function Way({ label, busy, go }: { readonly label: string; readonly busy: boolean; readonly go: () => void }) {
  return (
    <button type="button" className="link" disabled={busy} onClick={go}>
      {label}
    </button>
  );
}

type TickProps = { readonly label: string; readonly hint?: string; readonly checked: boolean; readonly onChange: (on: boolean) => void };

function Tick({ label, hint, checked, onChange }: TickProps) {
  const id = useId();
  return (
    <div className="check">
      <input
        type="checkbox"
        id={id}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
        {...(hint !== undefined && { 'aria-describedby': `${id}-hint` })}
      />
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

function Remember({ input }: { readonly input: RefObject<HTMLInputElement | null> }) {
  const id = useId();
  const words = unlockWords.open;
  return (
    <div className="check">
      <input type="checkbox" id={id} ref={input} aria-describedby={`${id}-hint`} />
      <label htmlFor={id}>{words.remember}</label>
      <p className="hint" id={`${id}-hint`}>
        {words.rememberHint}
      </p>
    </div>
  );
}
