import { useId, useState } from 'react';
import { keysWords } from '#shared/wording/english/keys-words.ts';

const mostBytes = 16_000_000;
const words = keysWords.keyFile;

/** A file read by this page itself: its bytes go to the case process with the passphrase, and nobody learns where it lies. */
export function KeyFileField({ onFile, hint = true }: { readonly onFile: (file: File | null) => void; readonly hint?: boolean }) {
  const id = useId();
  const [complaint, setComplaint] = useState<string | null>(null);
  const take = (file: File | null) => {
    const tooLarge = file !== null && file.size > mostBytes;
    setComplaint(tooLarge ? words.tooLarge : null);
    onFile(tooLarge ? null : file);
  };
  return (
    <div className="field">
      <label htmlFor={id}>{words.label}</label>
      <input id={id} type="file" aria-describedby={`${id}-hint`} onChange={(event) => take(event.currentTarget.files?.[0] ?? null)} />
      <p className="hint" id={`${id}-hint`}>
        {complaint ?? (hint ? words.hint : '')}
      </p>
    </div>
  );
}

export async function bytesOf(file: File): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}
