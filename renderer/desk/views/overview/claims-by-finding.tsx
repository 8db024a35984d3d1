import { findings } from '#shared/domain/claim/claim.ts';
import { deskWords } from '#shared/wording/english/desk.ts';
import { languageTag } from '#shared/wording/spoken.ts';
import { FindingBadge, findingTones } from '../../components/badge/finding-badge.tsx';
import { Section } from '../../components/heading/section.tsx';

type ClaimsByFindingProps = { readonly byFinding: { readonly [finding: string]: number }; readonly total: number };

/** How far the assessment of the claims has come, as a bar and in words. */
export function ClaimsByFinding({ byFinding, total }: ClaimsByFindingProps) {
  const present = findings.map((finding) => ({ finding, count: byFinding[finding] ?? 0 })).filter(({ count }) => count > 0);
  return (
    <Section title={deskWords.overview.byFinding} aside={deskWords.overview.ofClaims(total)}>
      <div className="findings-bar" aria-hidden>
        {present.map(({ finding, count }) => (
          <span key={finding} className={`findings-part findings-${findingTones[finding]}`} style={{ flexGrow: count }} />
        ))}
      </div>
      <ul className="findings-list">
        {present.map(({ finding, count }) => (
          <li key={finding}>
            <FindingBadge finding={finding} />
            <span className="numeric">{count.toLocaleString(languageTag())}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
