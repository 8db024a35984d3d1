import { keysWords } from '#shared/wording/english/keys-words.ts';

/** What a change of the keys does not protect from; said before it is made. */
export function Limits({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <div className="not">
      <strong>{keysWords.notThis}</strong>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}
