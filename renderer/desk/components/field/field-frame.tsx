import type { ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import './field.css';

export type FieldWords = {
  readonly label: string;
  readonly hint?: ReactNode;
  /** Why the value is refused, in words; shown and read aloud. */
  readonly error?: string | null;
  /** The label is read aloud only, where the place says it to the eye. */
  readonly hideLabel?: boolean;
};

/** Label above, control, then the error or else the hint: the same in every field. */
export function FieldFrame({ label, hint, error, hideLabel, children }: FieldWords & { readonly children: ReactNode }) {
  return (
    <>
      <Label className={hideLabel ? 'visually-hidden' : 'field-label'}>{label}</Label>
      {children}
      {hint && !error && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-error">{error ?? undefined}</FieldError>
    </>
  );
}
