import { useRef } from 'react';
import type { KeysAnswer } from '#shared/contract/keys.ts';
import { keyChangeLimits, keyKindLimits, keyKindPurposes } from '#shared/wording/english/key-terms.ts';
import { keysWords } from '#shared/wording/english/keys-words.ts';
import { bytesOf, KeyFileField } from '../key-file-field.tsx';
import { complaintOf, emptyPassphrase, NewPassphrase } from '../new-passphrase.tsx';
import { passphraseBytes } from '../passphrase-bytes.ts';
import { TextField } from '../text-field.tsx';
import { KeyForm } from './key-form.tsx';

export type FormProps = { readonly onDone: (answer: KeysAnswer) => void; readonly onBack: () => void };

function useNewPassphrase() {
  const refs = { first: useRef<HTMLInputElement>(null), second: useRef<HTMLInputElement>(null) };
  return { refs, bytes: () => passphraseBytes(refs.first.current?.value ?? '') };
}

export function AddPassphrase({ withKeyFile, onDone, onBack }: FormProps & { readonly withKeyFile: boolean }) {
  const label = useRef<HTMLInputElement>(null);
  const keyFile = useRef<File | null>(null);
  const { refs, bytes } = useNewPassphrase();
  const kind = withKeyFile ? 'key-file' : 'passphrase';
  return (
    <KeyForm
      title={keysWords.actions[withKeyFile ? 'add-key-file' : 'add-passphrase'].replace('…', '')}
      lead={keyKindPurposes[kind]}
      limits={keyKindLimits[kind]}
      submit={keysWords.add.submit}
      complain={() => complaintOf(refs) ?? (withKeyFile && keyFile.current === null ? keysWords.keyFile.missing : null)}
      request={async (proof) => {
        const added = { proof, passphrase: bytes(), label: label.current?.value ?? '' };
        return keyFile.current === null
          ? { ask: 'keys-add-passphrase', ...added }
          : { ask: 'keys-add-key-file', ...added, keyFile: await bytesOf(keyFile.current) };
      }}
      onDone={(answer) => {
        emptyPassphrase(refs);
        onDone(answer);
      }}
      onBack={onBack}
    >
      <TextField label={keysWords.label} hint={keysWords.labelHint} input={label} />
      <NewPassphrase refs={refs} label={keysWords.add.newPassphrase} />
      {withKeyFile && (
        <KeyFileField
          onFile={(file) => {
            keyFile.current = file;
          }}
        />
      )}
    </KeyForm>
  );
}

export function ChangePassphrase({ onDone, onBack }: FormProps) {
  const { refs, bytes } = useNewPassphrase();
  return (
    <KeyForm
      title={keysWords.change.title}
      lead={keysWords.change.lead}
      limits={keyChangeLimits}
      submit={keysWords.change.submit}
      complain={() => complaintOf(refs)}
      request={async (old) => ({ ask: 'change-passphrase', old, passphrase: bytes() })}
      onDone={(answer) => {
        emptyPassphrase(refs);
        onDone(answer);
      }}
      onBack={onBack}
    >
      <NewPassphrase refs={refs} label={keysWords.add.newPassphrase} />
    </KeyForm>
  );
}

export function AddRecovery({ onDone, onBack }: FormProps) {
  const label = useRef<HTMLInputElement>(null);
  return (
    <KeyForm
      title={keysWords.actions['add-recovery'].replace('…', '')}
      lead={keysWords.recovery.lead}
      limits={keyKindLimits.recovery}
      submit={keysWords.recovery.submit}
      request={async (proof) => ({ ask: 'keys-add-recovery', proof, label: label.current?.value ?? '' })}
      onDone={onDone}
      onBack={onBack}
    >
      <TextField label={keysWords.label} hint={keysWords.labelHint} input={label} />
    </KeyForm>
  );
}
