import { isEdtf } from '#shared/domain/moment/edtf-date.ts';
import { deskWords } from '#shared/wording/english/desk.ts';
import type { FieldWords } from '../field/field-frame.tsx';
import { TextField } from '../text-field/text-field.tsx';
import { spokenDate } from './spoken-date.ts';
import { typedDate } from './typed-date.ts';

export type DateFieldProps = Omit<FieldWords, 'hint'> & {
  /** EDTF text as typed; may be invalid while typing. Empty means not known. */
  readonly value: string;
  readonly onChange: (edtf: string) => void;
};

/** A date as uncertain as it was stated, written in EDTF; says in words how it is understood. What people write else becomes EDTF when the field is left. */
export function DateField({ value, onChange, error, ...rest }: DateFieldProps) {
  const text = value.trim();
  const understood = text === '' || isEdtf(text) ? null : typedDate(text);
  const wrong = text !== '' && !isEdtf(text) && understood === null ? deskWords.fields.notADate : null;
  return (
    <TextField
      {...rest}
      value={value}
      onChange={onChange}
      onBlur={() => understood !== null && onChange(understood)}
      mono
      placeholder={deskWords.fields.dateExample}
      error={error ?? wrong}
      hint={text === '' ? deskWords.fields.dateHint : spokenDate(understood ?? text)}
    />
  );
}
