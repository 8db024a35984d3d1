import type { ClaimRow } from '#shared/contract/claims.ts';
import { findings, mediaVerdicts, workStates } from '#shared/domain/claim/claim.ts';
import { adviseOnRating } from '#shared/domain/claim/rating-advice.ts';
import { credibilityGrades } from '#shared/domain/rating/admiralty.ts';
import { adviceTerms } from '#shared/wording/english/advice-terms.ts';
import { credibilityTerms, credibilityText, findingTerms, verdictTerms, workStateTerms } from '#shared/wording/english/terms.ts';
import { claimsWords } from '#shared/wording/english/views/claims-words.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Banner } from '../../components/banner/banner.tsx';
import { Section } from '../../components/heading/section.tsx';
import { SelectField } from '../../components/select-field/select-field.tsx';

const words = claimsWords.detail;
const states = workStates.map((value) => ({ value, label: workStateTerms[value] }));
const findingOptions = findings.map((value) => ({ value, label: findingTerms[value].label, detail: findingTerms[value].meaning }));
const verdicts = [
  { value: 'none', label: words.noVerdict } as const,
  ...mediaVerdicts.map((value) => ({ value, label: verdictTerms[value].label, detail: verdictTerms[value].meaning })),
];
const grades = [
  { value: 'none', label: words.notRated } as const,
  ...credibilityGrades.map((value) => ({ value, label: credibilityText(value), detail: credibilityTerms[value].meaning })),
];

/** The judgments on a claim, each on its own; every choice is saved at once and can be undone. */
export function Assessment({ claim }: { readonly claim: ClaimRow }) {
  const command = useCommand('claims/rate');
  const { id } = claim;
  return (
    <Section title={words.assessment}>
      {adviseOnRating(claim, claim.independentOrigins).map((code) => (
        <div className="banner-inset" key={code}>
          <Banner tone="warn">{adviceTerms[code]}</Banner>
        </div>
      ))}
      <div className="assessment">
        <SelectField
          label={words.credibility}
          value={claim.credibility ?? 'none'}
          options={grades}
          onChange={(grade) => void command.run({ id, credibility: grade === 'none' ? null : grade })}
        />
        <SelectField label={words.finding} value={claim.finding} options={findingOptions} onChange={(finding) => void command.run({ id, finding })} />
        <SelectField label={words.workState} value={claim.workState} options={states} onChange={(workState) => void command.run({ id, workState })} />
        <SelectField
          label={words.verdict}
          value={claim.verdict ?? 'none'}
          options={verdicts}
          onChange={(verdict) => void command.run({ id, verdict: verdict === 'none' ? null : verdict })}
        />
      </div>
    </Section>
  );
}
