import { ExternalLink } from 'lucide-react';
import { evidenceWords } from '#shared/wording/english/views/evidence-words.ts';
import { openObject } from '../../bridge/navigation.ts';
import { FindingBadge } from '../../components/badge/finding-badge.tsx';
import { Button } from '../../components/button/button.tsx';
import { IconButton } from '../../components/icon-button/icon-button.tsx';
import type { ClaimedRegion } from './region-layer.tsx';

type RegionListProps = { readonly claimed: readonly ClaimedRegion[]; readonly chosen: string | null; readonly onChoose: (claimId: string | null) => void };

/** The numbered regions with what is claimed of them. */
export function RegionList({ claimed, chosen, onChoose }: RegionListProps) {
  return (
    <ol className="region-list" aria-label={evidenceWords.picture.regions}>
      {claimed.map(({ claimId, number, text, finding }) => (
        <li key={`${claimId}-${number}`} data-chosen={chosen === claimId}>
          <span className="region-number numeric" data-finding={finding}>
            {number}
          </span>
          <Button tone="quiet" onPress={() => onChoose(chosen === claimId ? null : claimId)} label={`${evidenceWords.picture.label(number)}: ${text}`}>
            <span className="region-words">{text}</span>
          </Button>
          <FindingBadge finding={finding} />
          <IconButton icon={ExternalLink} label={evidenceWords.picture.openClaim} onPress={() => openObject('claim', claimId)} />
        </li>
      ))}
    </ol>
  );
}
