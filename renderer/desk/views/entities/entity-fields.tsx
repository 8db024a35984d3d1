import { type EntityKind, entityKinds } from '#shared/domain/entity/entity.ts';
import { deskWords } from '#shared/wording/english/desk.ts';
import { entityKindTerms } from '#shared/wording/english/entity-terms.ts';
import { SelectField } from '../../components/select-field/select-field.tsx';
import { TextArea } from '../../components/text-area/text-area.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';

const words = deskWords.entities;

/** An entity as it is typed: one name a line, the first is the one shown. */
export type EntityDraft = { readonly kind: EntityKind; readonly names: string; readonly roleOnly: string };

export function namesOf(draft: EntityDraft): string[] {
  return [...new Set(draft.names.split('\n').map((name) => name.trim()))].filter((name) => name !== '');
}

type EntityFieldsProps = {
  readonly draft: EntityDraft;
  readonly onChange: (draft: EntityDraft) => void;
  readonly tried: boolean;
  readonly onSubmit: () => void;
};

export function EntityFields({ draft, onChange, tried, onSubmit }: EntityFieldsProps) {
  return (
    <>
      <TextArea
        label={words.names}
        hint={words.namesHint}
        required
        rows={3}
        value={draft.names}
        onChange={(names) => onChange({ ...draft, names })}
        onSubmit={onSubmit}
        error={tried && namesOf(draft).length === 0 ? words.namesMissing : null}
      />
      <SelectField
        label={words.kind}
        value={draft.kind}
        options={entityKinds.map((value) => ({ value, label: entityKindTerms[value] }))}
        onChange={(kind) => onChange({ ...draft, kind })}
      />
      <TextField
        label={words.roleOnly}
        hint={words.roleOnlyHint}
        value={draft.roleOnly}
        onChange={(roleOnly) => onChange({ ...draft, roleOnly })}
        onEnter={onSubmit}
      />
    </>
  );
}
