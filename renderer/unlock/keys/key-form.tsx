import { type FormEvent, type ReactNode, useRef } from 'react';
import type { KeysAnswer, KeysRequest, OfferedSecret } from '#shared/contract/keys.ts';
import { keysWords } from '#shared/wording/english/keys-words.ts';
import { bridge } from '../bridge.ts';
import { Complaint } from '../complaint.tsx';
import { Heading } from '../heading.tsx';
import { SubmitRow } from '../submit-row.tsx';
import { useFirstFocus } from '../use-first-focus.ts';
import { useSending } from '../use-sending.ts';
import { Limits } from './limits.tsx';
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
  const sending = useSending();
  useFirstFocus(heading);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (sending.busy) return;
    const offered = await proof.read();
    const wrong = complain?.() ?? (offered === null ? keysWords.proof.missing : null);
    if (sending.complain(wrong) || offered === null) return;
    const reply = await sending.ask(async () => bridge().keys(await request(offered)));
    if (!reply.ok) return;
    proof.empty();
    onDone(reply.value);
  };

  return (
    <form className="card" noValidate onSubmit={(event) => void send(event)}>
      <Heading title={title} focus={heading} />
      {lead !== undefined && <p className="prose">{lead}</p>}
      {limits.length > 0 && <Limits sentences={limits} />}
      <Complaint {...sending} />
      {children}
      <ProofFields {...parts} />
      <SubmitRow label={submit} busyLabel={keysWords.working} busy={sending.busy} danger={danger === true} back={keysWords.back} onBack={onBack} />
    </form>
  );
}
