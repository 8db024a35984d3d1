import { type RefObject, useId, useRef, useState } from 'react';
import type { OfferedSecret } from '#shared/contract/keys.ts';
import { keysWords } from '#shared/wording/english/keys-words.ts';
import { bytesOf, KeyFileField } from '../key-file-field.tsx';
import { passphraseBytes, recoveryWords } from '../passphrase-bytes.ts';
import { PassphraseField } from '../passphrase-field.tsx';
import { SecretArea } from '../secret-area.tsx';

type Way = OfferedSecret['by'];
const words = keysWords.proof;

/** What the person proves with, kept in the elements and read once; null while nothing is given. */
export type Proof = { readonly read: () => Promise<OfferedSecret | null>; readonly empty: () => void };
type Parts = {
  readonly passphrase: RefObject<HTMLInputElement | null>;
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly way: Way;
  readonly setWay: (way: Way) => void;
  readonly keyFile: RefObject<File | null>;
};

export function useProof(first: Way = 'passphrase'): { readonly proof: Proof; readonly parts: Parts } {
  const passphrase = useRef<HTMLInputElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const keyFile = useRef<File | null>(null);
  const [way, setWay] = useState<Way>(first);
  const read = async (): Promise<OfferedSecret | null> => {
    const typed = way === 'passphrase' ? (passphrase.current?.value ?? '') : (area.current?.value ?? '');
    if (typed.trim() === '') return null;
    if (way === 'words') return { by: 'words', words: [...recoveryWords(typed)] };
    if (way === 'shares') return { by: 'shares', shares: sharesOf(typed) };
    const file = keyFile.current;
    return { by: 'passphrase', passphrase: passphraseBytes(typed), ...(file !== null && { keyFile: await bytesOf(file) }) };
  };
  const empty = () => {
    for (const { current } of [passphrase, area]) if (current) current.value = '';
  };
  return { proof: { read, empty }, parts: { passphrase, area, way, setWay, keyFile } };
}

/** Texts of shares out of one field: an empty line ends one. */
export function sharesOf(typed: string): string[] {
  return typed
    .split(/\n\s*\n/)
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

export function ProofFields({ passphrase, area, way, setWay, keyFile }: Parts) {
  const id = useId();
  const [withFile, setWithFile] = useState(false);
  return (
    <fieldset className="proof">
      <legend>{words.title}</legend>
      <p className="hint">{words.why}</p>
      <div className="ways" role="radiogroup" aria-label={words.by}>
        {(['passphrase', 'words', 'shares'] as const).map((each) => (
          <label key={each} className="way">
            <input type="radio" name={`${id}-way`} checked={way === each} onChange={() => setWay(each)} />
            {words[each]}
          </label>
        ))}
      </div>
      {way === 'passphrase' ? (
        <>
          <PassphraseField label={words.typePassphrase} input={passphrase} purpose="current" />
          <label className="way">
            <input
              type="checkbox"
              checked={withFile}
              onChange={(event) => {
                keyFile.current = null;
                setWithFile(event.currentTarget.checked);
              }}
            />
            {words.withKeyFile}
          </label>
          {withFile && (
            <KeyFileField
              hint={false}
              onFile={(file) => {
                keyFile.current = file;
              }}
            />
          )}
        </>
      ) : (
        <SecretArea key={way} label={way === 'words' ? words.typeWords : words.typeShares} rows={way === 'words' ? 4 : 7} area={area} />
      )}
    </fieldset>
  );
}
