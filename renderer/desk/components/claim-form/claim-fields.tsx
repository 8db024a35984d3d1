import { speechActs } from '#shared/domain/claim/claim.ts';
import { speechActTerms } from '#shared/wording/english/terms.ts';
import { claimsWords } from '#shared/wording/english/views/claims-words.ts';
import { ActorField } from '../actor-field/actor-field.tsx';
import { DateField } from '../date-field/date-field.tsx';
import { SelectField } from '../select-field/select-field.tsx';
import { TextArea } from '../text-area/text-area.tsx';
import { AnchorFields } from './anchor-fields.tsx';
import { type ClaimDraft, missingOf } from './claim-draft.ts';
import { RelayFields } from './relay-fields.tsx';
import { usePublishers } from './use-publishers.ts';

export type ClaimFieldsProps = {
  readonly draft: ClaimDraft;
  readonly onChange: (draft: ClaimDraft) => void;
  /** Says what is missing; false until the analyst first tried to save. */
  readonly strict: boolean;
  readonly onSubmit: () => void;
};

const acts = speechActs.map((value) => ({ value, label: speechActTerms[value] }));

/** A claim as a form: what is said, by whom, through whom, when, and where the evidence for it is. */
export function ClaimFields({ draft, onChange, strict, onSubmit }: ClaimFieldsProps) {
  const words = claimsWords.dialog;
  const missing = missingOf(draft);
  const publishers = usePublishers(draft.anchors);
  const change = (part: Partial<ClaimDraft>) => onChange({ ...draft, ...part });
  return (
    <div className="form">
      <TextArea
        label={words.text}
        hint={words.textHint}
        rows={3}
        required
        autoFocus
        value={draft.text}
        onChange={(text) => change({ text })}
        onSubmit={onSubmit}
        error={strict && missing.text ? words.needText : null}
      />
      <div className="form-row">
        <ActorField
          label={words.asserter}
          hint={draft.asserter.name === '' ? words.asserterHint : undefined}
          required
          value={draft.asserter}
          onChange={(asserter) => change({ asserter })}
          error={strict && missing.asserter ? words.needAsserter : null}
        />
        <SelectField label={words.act} value={draft.act} options={acts} onChange={(act) => change({ act })} />
      </div>
      <RelayFields relays={draft.via} likely={publishers} onChange={(via) => change({ via })} />
      <div className="form-row">
        <DateField label={words.saidAt} value={draft.saidAt} onChange={(saidAt) => change({ saidAt })} />
        <DateField label={words.eventAt} value={draft.eventAt} onChange={(eventAt) => change({ eventAt })} />
      </div>
      <AnchorFields anchors={draft.anchors} onChange={(anchors) => change({ anchors })} />
    </div>
  );
}
