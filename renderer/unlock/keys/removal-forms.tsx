import { useRef, useState } from 'react';
import type { KeySlot } from '#shared/contract/keys.ts';
import { keyChangeLimits, keyKindTerms, travelLockWords } from '#shared/wording/english/key-terms.ts';
import { keysWords } from '#shared/wording/english/keys-words.ts';
import { TextField } from '../text-field.tsx';
import type { FormProps } from './carried-forms.tsx';
import { KeyForm } from './key-form.tsx';

/** What a key is called where it has no name of its own. */
export function nameOf({ label, kind, id }: KeySlot): string {
  return label === '' ? `${keyKindTerms[kind]} ${id.slice(0, 8)}` : label;
}

export function RemoveKey({ slot, onDone, onBack }: FormProps & { readonly slot: KeySlot }) {
  const words = keysWords.removal;
  return (
    <KeyForm
      title={words.title}
      lead={words.lead(nameOf(slot))}
      limits={keyChangeLimits}
      submit={words.submit}
      danger
      request={async (proof) => ({ ask: 'keys-remove', proof, id: slot.id })}
      onDone={onDone}
      onBack={onBack}
    />
  );
}

export function TravelLock({ onDone, onBack }: FormProps) {
  const reason = useRef<HTMLInputElement>(null);
  const [keepRecovery, setKeepRecovery] = useState(false);
  const [sure, setSure] = useState(false);
  const words = keysWords.travel;
  return (
    <KeyForm
      title={travelLockWords.title}
      lead={travelLockWords.purpose}
      limits={travelLockWords.limits}
      submit={words.submit}
      danger
      proofFirst="shares"
      complain={() => (sure ? null : `${words.sure}.`)}
      request={async (proof) => ({ ask: 'travel-lock', proof, keepRecovery, unprovenReason: reason.current?.value.trim() || null })}
      onDone={onDone}
      onBack={onBack}
    >
      <label className="way">
        <input type="checkbox" checked={keepRecovery} onChange={(event) => setKeepRecovery(event.currentTarget.checked)} />
        {words.keepRecovery}
      </label>
      <p className="prose">{words.proof}</p>
      <TextField label={words.unproven} hint={words.unprovenHint} input={reason} />
      <label className="way">
        <input type="checkbox" checked={sure} onChange={(event) => setSure(event.currentTarget.checked)} />
        {words.sure}
      </label>
    </KeyForm>
  );
}
