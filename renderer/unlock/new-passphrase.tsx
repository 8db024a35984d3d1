import { type RefObject, useState } from 'react';
import { isTypedPassphraseLongEnough } from '#shared/kernel/passphrase-rule.ts';
import { unlockWords } from '#shared/wording/english/unlock.ts';
import { strengthOf } from './passphrase-bytes.ts';
import { PassphraseField } from './passphrase-field.tsx';

export type NewPassphraseRefs = { readonly first: RefObject<HTMLInputElement | null>; readonly second: RefObject<HTMLInputElement | null> };

/** A new passphrase, typed twice, with advice that counts only its length. */
export function NewPassphrase({ refs, label }: { readonly refs: NewPassphraseRefs; readonly label: string }) {
  const [strength, setStrength] = useState<ReturnType<typeof strengthOf>>('none');
  const words = unlockWords.passphrase;
  return (
    <>
      <PassphraseField label={label} input={refs.first} purpose="new" hint={words.strength[strength]} onType={(typed) => setStrength(strengthOf(typed))} />
      <div className={`meter meter-${strength}`} aria-hidden="true">
        <span />
        <span />
        <span />
        <span />
      </div>
      <PassphraseField label={words.twice} input={refs.second} purpose="new" />
    </>
  );
}

/** What is wrong with the two passphrases, as a sentence, or null. */
export function complaintOf({ first, second }: NewPassphraseRefs): string | null {
  const typed = first.current?.value ?? '';
  const words = unlockWords.passphrase;
  if (typed === '') return words.missing;
  if (!isTypedPassphraseLongEnough(typed)) return words.short;
  return typed === second.current?.value ? null : words.differ;
}

/** Takes the passphrase out of the page's elements once it was sent. */
export function emptyPassphrase({ first, second }: NewPassphraseRefs): void {
  for (const { current } of [first, second]) if (current) current.value = '';
}
