import { type ReactNode, type Ref, useId, useState } from 'react';

type SecretAreaProps = {
  readonly label: string;
  readonly rows: number;
  readonly area: Ref<HTMLTextAreaElement>;
  /** What is said below of what was typed so far, such as how many words it is. */
  readonly tell?: (typed: string) => ReactNode;
};

/** A field for words or shares. What is typed stays in the element; only what `tell` makes of it is kept. */
export function SecretArea({ label, rows, area, tell }: SecretAreaProps) {
  const id = useId();
  const [told, setTold] = useState(() => tell?.(''));
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={rows}
        ref={area}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        {...(tell && { 'aria-describedby': `${id}-hint`, onInput: (event) => setTold(tell(event.currentTarget.value)) })}
      />
      {tell && (
        <p className="hint" id={`${id}-hint`}>
          {told}
        </p>
      )}
    </div>
  );
}
