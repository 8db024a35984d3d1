import { sourceKinds } from '#shared/domain/source/source.ts';
import { sourceKindTerms } from '#shared/wording/english/terms.ts';
import { sourcesWords } from '#shared/wording/english/views/sources-words.ts';
import { ComboField } from '../../components/combo-field/combo-field.tsx';
import { DateField } from '../../components/date-field/date-field.tsx';
import { LanguageField } from '../../components/language-field/language-field.tsx';
import { SelectField } from '../../components/select-field/select-field.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import { faultsOf, type SourceDraft } from './source-draft.ts';

type SourceFieldsProps = {
  readonly draft: SourceDraft;
  readonly onChange: (draft: SourceDraft) => void;
  /** The source itself, which cannot relay itself. */
  readonly selfId: string | null;
  readonly strict: boolean;
  readonly autoFocus: boolean;
};
const kinds = sourceKinds.map((value) => ({ value, label: sourceKindTerms[value] }));

/** Every field of a source. */
export function SourceFields({ draft, onChange, selfId, strict, autoFocus }: SourceFieldsProps) {
  const words = sourcesWords.fields;
  const faults = faultsOf(draft);
  const change = (part: Partial<SourceDraft>) => onChange({ ...draft, ...part });
  return (
    <div className="form">
      <TextField
        label={words.title}
        required
        autoFocus={autoFocus}
        value={draft.title}
        onChange={(title) => change({ title })}
        error={strict && faults.title ? sourcesWords.needTitle : null}
      />
      <div className="form-row">
        <SelectField label={words.kind} value={draft.kind} options={kinds} onChange={(kind) => change({ kind })} />
        <TextField label={words.publisher} value={draft.publisher} onChange={(publisher) => change({ publisher })} />
        <TextField label={words.author} value={draft.author} onChange={(author) => change({ author })} />
      </div>
      <div className="form-row">
        <DateField label={words.published} value={draft.publishedAt} onChange={(publishedAt) => change({ publishedAt })} />
        <LanguageField
          label={words.language}
          value={draft.language}
          onChange={(language) => change({ language })}
          hint={words.languageHint}
          error={faults.language ? sourcesWords.wrongLanguage : null}
        />
        <TextField label={words.edition} value={draft.edition} onChange={(edition) => change({ edition })} />
      </div>
      <TextField
        label={words.url}
        mono
        value={draft.url}
        onChange={(url) => change({ url })}
        hint={words.urlHint}
        error={faults.url ? sourcesWords.wrongUrl : null}
      />
      <ComboField
        label={words.origin}
        hint={words.originHint}
        kinds={['source']}
        exceptIds={selfId === null ? [] : [selfId]}
        value={draft.originId}
        onChange={(originId) => change({ originId })}
        placeholder={words.noOrigin}
      />
    </div>
  );
}
