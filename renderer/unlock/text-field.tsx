import { type Ref, useId } from 'react';

type TextFieldProps = {
  readonly label: string;
  readonly hint?: string;
  readonly input?: Ref<HTMLInputElement>;
  /** Given instead of `input` for writing of several lines. */
  readonly area?: Ref<HTMLTextAreaElement>;
};

export function TextField({ label, hint, input, area }: TextFieldProps) {
  const id = useId();
  const described = hint === undefined ? {} : { 'aria-describedby': `${id}-hint` };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {area === undefined ? (
        <input id={id} type="text" dir="auto" autoComplete="off" spellCheck={false} ref={input} maxLength={500} {...described} />
      ) : (
        <textarea id={id} dir="auto" autoComplete="off" rows={2} ref={area} maxLength={20_000} {...described} />
      )}
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
