import { type FormEvent, type ReactNode, type RefObject, useRef, useState } from 'react';
import type { KeysAnswer, KeysRequest, OfferedSecret } from '#shared/contract/keys.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { keysWords } from '#shared/wording/english/keys-words.ts';
import { bridge } from '../bridge.ts';
import { Complaint } from '../complaint.tsx';
import { SubmitRow } from '../submit-row.tsx';
import { useFirstFocus } from '../use-first-focus.ts';
import { ProofFields, useProof } from './proof-fields.tsx';

export type KeyFormProps = {
  readonly title: string;
  readonly lead?: string;
  /** What this does not protect; said before it is done. */
  readonly limits?: readonly string[];
  readonly submit: string;
  readonly danger?: boolean;
  readonly proofFirst?: OfferedSecret['by'];
  readonly children?: ReactNode;
  /** What is wrong with the fields, as a sentence, or null. */
  readonly complain?: () => string | null;
  readonly request: (proof: OfferedSecret) => Promise<KeysRequest>;
  readonly onDone: (answer: KeysAnswer) => void;
  readonly onBack: () => void;
};

/** One change of the keys: its fields, the proof, and what went wrong. Secrets stay in the elements and are emptied after use. */
export function KeyForm({ title, lead, limits = [], submit, danger, proofFirst, children, complain, request, onDone, onBack }: KeyFormProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { proof, parts } = useProof(proofFirst);
  const [complaint, setComplaint] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  useFirstFocus(heading);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const offered = await proof.read();
    const wrong = complain?.() ?? (offered === null ? keysWords.proof.missing : null);
    setComplaint(wrong);
    setProblem(null);
    if (wrong !== null || offered === null) return;
    setBusy(true);
    const reply = await bridge().keys(await request(offered));
    setBusy(false);
    if (!reply.ok) return setProblem(reply.problem);
    proof.empty();
    onDone(reply.value);
  };

  return (
    <form className="card" noValidate onSubmit={(event) => void send(event)}>
      <Heading title={title} focus={heading} />
      {lead !== undefined && <p className="prose">{lead}</p>}
      {limits.length > 0 && (
        <div className="not">
          <strong>{keysWords.notThis}</strong>
          <ul>
            {limits.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
      <Complaint sentence={complaint} problem={problem} />
      {children}
      <ProofFields {...parts} />
      <SubmitRow label={submit} busyLabel={keysWords.working} busy={busy} danger={danger === true} back={keysWords.back} onBack={onBack} />
    </form>
  );
}

export function Heading({ title, focus }: { readonly title: string; readonly focus: RefObject<HTMLHeadingElement | null> }) {
  return (
    <h1 ref={focus} tabIndex={-1}>
      {title}
    </h1>
  );
}
