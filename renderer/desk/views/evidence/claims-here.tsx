import { X } from 'lucide-react';
import { evidenceWords } from '#shared/wording/english/views/evidence-words.ts';
import { openObject } from '../../bridge/navigation.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { FindingBadge } from '../../components/badge/finding-badge.tsx';
import { Button } from '../../components/button/button.tsx';
import { IconButton } from '../../components/icon-button/icon-button.tsx';
import { Name } from '../../components/name/name.tsx';

type ClaimsHereProps = { readonly evidenceId: string; readonly ids: readonly string[]; readonly onClose: () => void };

/** Several claims rest on the same words: which one is meant is asked. */
export function ClaimsHere({ evidenceId, ids, onClose }: ClaimsHereProps) {
  const claims = useQuery('claims/list', { evidenceId }).value?.filter((claim) => ids.includes(claim.id)) ?? [];
  return (
    <section className="claims-here" aria-label={evidenceWords.text.claimsHere}>
      <ul>
        {claims.map((claim, at) => (
          <li key={claim.id}>
            <FindingBadge finding={claim.finding} />
            <Button tone="quiet" onPress={() => openObject('claim', claim.id)} {...(at === 0 && { autoFocus: true })}>
              <Name text={claim.text} />
            </Button>
          </li>
        ))}
      </ul>
      <IconButton icon={X} label={evidenceWords.text.close} onPress={onClose} />
    </section>
  );
}
