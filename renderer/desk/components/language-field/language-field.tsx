import { TextField, type TextFieldProps } from '../text-field/text-field.tsx';
import { languageName, typedLanguage } from './typed-language.ts';

/** A language by its tag (BCP 47); says what it is called. A name becomes its tag when the field is left. */
export function LanguageField({ value, onChange, error, hint, ...rest }: Omit<TextFieldProps, 'mono' | 'onBlur'>) {
  const understood = typedLanguage(value);
  return (
    <TextField
      {...rest}
      mono
      value={value}
      onChange={onChange}
      onBlur={() => understood !== null && onChange(understood)}
      error={understood === null ? (error ?? null) : null}
      hint={languageName(understood ?? value.trim()) ?? hint}
    />
  );
}
