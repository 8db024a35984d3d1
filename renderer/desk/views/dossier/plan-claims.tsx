import { dossierWords } from '#shared/wording/english/views/dossier-words.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { Asked } from '../../components/asked/asked.tsx';
import { FindingBadge } from '../../components/badge/finding-badge.tsx';
import { Checkbox } from '../../components/checkbox/checkbox.tsx';
import { Section } from '../../components/heading/section.tsx';
import { toggledClaim } from './edit-statements.ts';

type PlanClaimsProps = { readonly claimIds: readonly string[] | null; readonly onChange: (claimIds: readonly string[] | null) => void };

/** Which claims the dossier tells: all of them, or those ticked. */
export function PlanClaims({ claimIds, onChange }: PlanClaimsProps) {
  const claims = useQuery('claims/list', {});
  const words = dossierWords;
  const every = claims.value?.map((claim) => claim.id) ?? [];
  return (
    <Section title={words.claims} aside={words.claimsSome(claimIds?.length ?? every.length, every.length)}>
      <Asked result={claims}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="faint">{words.noClaims}</p>
          ) : (
            <>
              <Checkbox checked={claimIds === null} onChange={(all) => onChange(all ? null : [])}>
                {words.claimsAll}
              </Checkbox>
              <ul className="plan-claims">
                {rows.map((claim) => (
                  <li key={claim.id}>
                    <Checkbox checked={claimIds?.includes(claim.id) ?? true} onChange={() => onChange(toggledClaim(claimIds, every, claim.id))}>
                      <span className="plan-claim">{claim.text}</span>
                    </Checkbox>
                    <FindingBadge finding={claim.finding} />
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Asked>
    </Section>
  );
}
