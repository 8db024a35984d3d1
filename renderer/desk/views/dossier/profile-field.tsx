import { type DossierProfile, dossierProfiles } from '#shared/domain/case/dossier-plan.ts';
import { profileTerms } from '#shared/wording/english/terms.ts';
import { dossierWords } from '#shared/wording/english/views/dossier-words.ts';
import { SelectField } from '../../components/select-field/select-field.tsx';

const profiles = dossierProfiles.map((value) => ({ value, label: profileTerms[value].label, detail: profileTerms[value].meaning }));

/** For whom the dossier is, and what that holds back. */
export function ProfileField({ value, onChange }: { readonly value: DossierProfile; readonly onChange: (profile: DossierProfile) => void }) {
  return <SelectField label={dossierWords.profile} hint={profileTerms[value].meaning} value={value} options={profiles} onChange={onChange} />;
}
