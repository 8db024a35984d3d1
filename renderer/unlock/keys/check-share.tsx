import { type FormEvent, useRef, useState } from 'react';
import type { ShareFacts } from '#shared/contract/keys.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { keysWords } from '#shared/wording/english/keys-words.ts';
import { bridge } from '../bridge.ts';
import { Complaint } from '../complaint.tsx';
import { Heading } from '../heading.tsx';
import { SecretArea } from '../secret-area.tsx';

const words = keysWords.check;

/** Asks whether a share stands on its paper as it was made. */
export function CheckShare({ onBack }: { readonly onBack: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <div className="card">
      <Heading title={words.title} focus={heading} />
      <p className="prose">{words.lead}</p>
      <ShareField label={words.text} submit={words.submit} />
      <div className="submit">
        <button type="button" className="quiet" onClick={onBack}>
          {keysWords.back}
        </button>
      </div>
    </div>
  );
}

/** A share typed from paper and what the check says of it. With `index` it must be that one. */
export function ShareField({
  label,
  submit,
  index,
  onGood,
}: {
  readonly label: string;
  readonly submit: string;
  readonly index?: number;
  readonly onGood?: () => void;
}) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [complaint, setComplaint] = useState<string | null>(null);
  const [facts, setFacts] = useState<ShareFacts | null>(null);
  const check = async (event: FormEvent) => {
    event.preventDefault();
    const share = area.current?.value ?? '';
    setFacts(null);
    setProblem(null);
    setComplaint(share.trim() === '' ? words.missing : null);
    if (share.trim() === '') return;
    const reply = await bridge().keys({ ask: 'keys-check-share', share });
    if (!reply.ok) return setProblem(reply.problem);
    const found = reply.value.checkedShare;
    if (found !== null && index !== undefined && found.index !== index) return setComplaint(words.other(found.index));
    setFacts(found);
    if (area.current) area.current.value = '';
    onGood?.();
  };
  return (
    <form className="share-check" onSubmit={(event) => void check(event)}>
      <Complaint complaint={complaint} problem={problem} />
      {facts !== null && (
        <p className="notice notice-good" role="status">
          {words.good(facts.index, facts.of, facts.needed)}
        </p>
      )}
      <SecretArea label={label} rows={5} area={area} />
      <button type="submit" className="quiet">
        {submit}
      </button>
    </form>
  );
}
