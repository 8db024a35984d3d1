import type { Finding } from '#shared/domain/claim/claim.ts';
import { deskWords } from '#shared/wording/english/desk.ts';
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
  return <Badge tone={findingTones[finding]}>{deskWords.findings[finding]}</Badge>;
}
