import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { OfferedSecret } from '#shared/contract/keys.ts';
import type { AnewRequest, UnlockProgress } from '#shared/contract/unlock.ts';
import { keysWords } from '#shared/wording/english/keys-words.ts';
import { unlockWords } from '#shared/wording/english/unlock.ts';
import { bridge, type CaseFolder } from '../bridge.ts';
import { Complaint } from '../complaint.tsx';
import { FolderLine } from '../folder-line.tsx';
import { Heading } from '../heading.tsx';
import { Limits } from '../keys/limits.tsx';
import { ProofFields, useProof } from '../keys/proof-fields.tsx';
import { complaintOf, emptyPassphrase, NewPassphrase } from '../new-passphrase.tsx';
import { passphraseBytes } from '../passphrase-bytes.ts';
import { RecoveryWords } from '../recovery-words.tsx';
import { startAndAsk } from '../start-and-ask.ts';
import { suggestedFolder } from '../suggested-folder.ts';
import { TextField } from '../text-field.tsx';
import { useFirstFocus } from '../use-first-focus.ts';
import { useSending } from '../use-sending.ts';
import { type Repaired, RepairOutcome } from './repair-outcome.tsx';
import { WorkRow } from './work-row.tsx';

export type AnewKind = AnewRequest['ask'];
type AnewFormProps = { readonly kind: AnewKind; readonly folder: CaseFolder; readonly onBack: () => void };

/** Writes the case into another folder: what is left of a damaged one, or a sound one under a fresh key. The old folder stays as it is. */
export function AnewForm({ kind, folder, onBack }: AnewFormProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const label = useRef<HTMLInputElement>(null);
  const passphrase = { first: useRef<HTMLInputElement>(null), second: useRef<HTMLInputElement>(null) };
  const { proof, parts } = useProof();
  const sending = useSending();
  const [progress, setProgress] = useState<UnlockProgress | null>(null);
  const [repaired, setRepaired] = useState<Repaired | null>(null);
  const [recoveryWords, setRecoveryWords] = useState<readonly string[] | null>(null);
  useFirstFocus(heading);
  useEffect(() => bridge().onProgress(setProgress), []);
  const words = unlockWords.anew[kind];

  const requestWith = (secret: OfferedSecret, into: string): AnewRequest => {
    if (kind === 'repair') return { ask: 'repair', secret, into };
    return { ask: 'rekey', secret, into, newPassphrase: passphraseBytes(passphrase.first.current?.value ?? ''), label: label.current?.value ?? '' };
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (sending.busy) return;
    const secret = await proof.read();
    const wrong = (kind === 'rekey' ? complaintOf(passphrase) : null) ?? (secret === null ? keysWords.proof.missing : null);
    if (sending.complain(wrong) || secret === null) return;
    const into = await bridge().shell({ ask: 'choose-new-case', suggestedName: suggestedFolder() });
    if (into.kind !== 'case') return;
    setProgress(null);
    const reply = await sending.ask(() => startAndAsk(folder.ticket, false, requestWith(secret, into.ticket)));
    if (!reply.ok) return;
    proof.empty();
    emptyPassphrase(passphrase);
    if (reply.recoveryWords !== null) setRecoveryWords(reply.recoveryWords);
    else if (reply.repaired) setRepaired({ folderName: into.folderName, report: reply.repaired });
  };

  if (repaired !== null) return <RepairOutcome repaired={repaired} onDone={onBack} />;
  if (recoveryWords !== null) return <RecoveryWords words={recoveryWords} enterLabel={unlockWords.anew.choose} onDone={onBack} />;
  return (
    <form className="card" noValidate onSubmit={(event) => void send(event)}>
      <Heading title={words.title} focus={heading} />
      <FolderLine name={folder.folderName} />
      <p className="prose">{words.lead}</p>
      <Limits sentences={words.limits} />
      <Complaint {...sending} />
      <ProofFields {...parts} />
      {kind === 'rekey' && (
        <>
          <NewPassphrase refs={passphrase} label={keysWords.add.newPassphrase} />
          <TextField label={keysWords.label} hint={keysWords.labelHint} input={label} />
        </>
      )}
      <WorkRow label={words.submit} busy={sending.busy} progress={progress} onBack={onBack} />
    </form>
  );
}
