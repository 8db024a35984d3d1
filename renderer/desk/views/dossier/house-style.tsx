import { accents, dossierTemplates } from '#shared/domain/case/dossier-plan.ts';
import { dossierWords } from '#shared/wording/english/views/dossier-words.ts';
import { SelectField } from '../../components/select-field/select-field.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import type { PlanDraft } from './plan-draft.ts';

const words = dossierWords.look;
const fonts = ['serif', 'sans'] as const;
const marked = ['stop', 'left-out'] as const;

/** What kind of report it is, how it looks, and what becomes of what is marked. Every choice is one that reads well. */
export function HouseStyleFields({ draft, change }: { readonly draft: PlanDraft; readonly change: (part: Partial<PlanDraft>) => void }) {
  const { style } = draft;
  return (
    <>
      <SelectField
        label={words.template}
        hint={words.templates[draft.template].meaning}
        value={draft.template}
        options={dossierTemplates.map((value) => ({ value, label: words.templates[value].label, detail: words.templates[value].meaning }))}
        onChange={(template) => change({ template })}
      />
      <SelectField
        label={words.marked}
        value={draft.marked}
        options={marked.map((value) => ({ value, label: words.markedChoices[value] }))}
        onChange={(value) => change({ marked: value })}
      />
      <div className="judgment-scales">
        <SelectField
          label={words.accent}
          value={style.accent}
          options={accents.map((value) => ({ value, label: words.accents[value] }))}
          onChange={(accent) => change({ style: { ...style, accent } })}
        />
        <SelectField
          label={words.font}
          hint={words.fontHint}
          value={style.font}
          options={fonts.map((value) => ({ value, label: words.fonts[value] }))}
          onChange={(font) => change({ style: { ...style, font } })}
        />
      </div>
      <TextField
        label={words.publisher}
        value={style.publisher ?? ''}
        onChange={(publisher) => change({ style: { ...style, publisher: publisher === '' ? null : publisher } })}
      />
    </>
  );
}
