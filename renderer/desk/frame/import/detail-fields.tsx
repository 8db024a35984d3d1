import { evidenceKinds } from '#shared/domain/evidence/evidence-item.ts';
import { deskWords } from '#shared/wording/english/desk.ts';
import { evidenceKindTerms } from '#shared/wording/english/terms.ts';
import { DateField } from '../../components/date-field/date-field.tsx';
import { LanguageField } from '../../components/language-field/language-field.tsx';
import { SelectField } from '../../components/select-field/select-field.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import { type Details, wrongField } from './details.ts';

type DetailFieldsProps = { readonly details: Details; readonly onChange: (details: Details) => void; readonly several: boolean };
const words = deskWords.takeIn;
const kinds = (['auto', ...evidenceKinds] as const).map((value) => ({ value, label: value === 'auto' ? words.byContent : evidenceKindTerms[value] }));

/** Where the material comes from. All of it can be filled in later. */
export function DetailFields({ details, onChange, several }: DetailFieldsProps) {
  const wrong = wrongField(details);
  return (
    <fieldset className="form import-details">
      <legend className="section-title">{several ? words.detailsOfAll : words.details}</legend>
      <div className="form-row">
        <SelectField label={words.kind} value={details.kind} options={kinds} onChange={(kind) => onChange({ ...details, kind })} />
        <TextField label={words.publisher} value={details.publisher} onChange={(publisher) => onChange({ ...details, publisher })} />
      </div>
      <TextField
        label={words.url}
        hint={words.urlHint}
        mono
        value={details.url}
        onChange={(url) => onChange({ ...details, url })}
        error={wrong === 'url' ? words.urlWrong : null}
      />
      <div className="form-row">
        <DateField label={words.published} value={details.published} onChange={(published) => onChange({ ...details, published })} />
        <LanguageField
          label={words.language}
          hint={words.languageHint}
          value={details.language}
          onChange={(language) => onChange({ ...details, language })}
          error={wrong === 'language' ? words.languageWrong : null}
        />
      </div>
    </fieldset>
  );
}
