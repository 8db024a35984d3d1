import { useId, useRef, useState } from 'react';
import { leastSharesNeeded, mostShares } from '#shared/contract/share-limits.ts';
import { keyKindLimits } from '#shared/wording/english/key-terms.ts';
import { keysWords } from '#shared/wording/english/keys-words.ts';
import { TextField } from '../text-field.tsx';
import type { FormProps } from './carried-forms.tsx';
import { KeyForm } from './key-form.tsx';

const counts = Array.from({ length: mostShares - leastSharesNeeded + 1 }, (_, index) => index + leastSharesNeeded);

export function SplitForm({ onDone, onBack }: FormProps) {
  const label = useRef<HTMLInputElement>(null);
  const [of, setOf] = useState(5);
  const [needed, setNeeded] = useState(3);
  const words = keysWords.split;
  return (
    <KeyForm
      title={keysWords.actions.split.replace('…', '')}
      lead={words.lead}
      limits={keyKindLimits.shares}
      submit={words.submit}
      complain={() => (needed > of ? words.tooMany : null)}
      request={async (proof) => ({ ask: 'keys-split', proof, needed, of, label: label.current?.value ?? '' })}
      onDone={onDone}
      onBack={onBack}
    >
      <div className="pair">
        <Count label={words.of} value={of} onChange={setOf} />
        <Count label={words.needed} value={needed} onChange={setNeeded} />
      </div>
      <TextField label={keysWords.label} hint={keysWords.labelHint} input={label} />
    </KeyForm>
  );
}

function Count({ label, value, onChange }: { readonly label: string; readonly value: number; readonly onChange: (value: number) => void }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(Number(event.currentTarget.value))}>
        {counts.map((count) => (
          <option key={count}>{count}</option>
        ))}
      </select>
    </div>
  );
}

export function EscrowForm({ onDone, onBack }: FormProps) {
  const label = useRef<HTMLInputElement>(null);
  const recipients = useRef<HTMLTextAreaElement>(null);
  const words = keysWords.escrow;
  const given = () => (recipients.current?.value ?? '').split(/\s+/).filter((line) => line !== '');
  return (
    <KeyForm
      title={keysWords.actions.escrow.replace('…', '')}
      lead={words.lead}
      limits={keyKindLimits.escrow}
      submit={words.submit}
      complain={() => (given().length === 0 ? words.missing : null)}
      request={async (proof) => ({ ask: 'keys-escrow', proof, recipients: given(), label: label.current?.value ?? '' })}
      onDone={onDone}
      onBack={onBack}
    >
      <TextField label={words.recipients} hint={words.recipientsHint} area={recipients} />
      <TextField label={keysWords.label} hint={keysWords.labelHint} input={label} />
    </KeyForm>
  );
}
