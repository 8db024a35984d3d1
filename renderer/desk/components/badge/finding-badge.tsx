import type { Finding } from '#shared/domain/claim/claim.ts';
import { findingTerms } from '#shared/wording/english/terms.ts';
import { Badge, type Tone } from './badge.tsx';

export const findingTones: { readonly [F in Finding]: Tone } = {
  unassessed: 'dull',
  uncorroborated: 'calm',
  corroborated: 'good',
  disputed: 'warn',
  contradicted: 'warn',
  refuted: 'bad',
  unverifiable: 'odd',
  withdrawn: 'odd',
  superseded: 'odd',
};

export function FindingBadge({ finding }: { readonly finding: Finding }) {
  return (
    <Badge tone={findingTones[finding]} title={findingTerms[finding].meaning}>
      {findingTerms[finding].label}
    </Badge>
  );
}
