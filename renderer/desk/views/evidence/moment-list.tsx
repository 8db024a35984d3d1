import { ExternalLink } from 'lucide-react';
import type { EvidenceItem } from '#shared/domain/evidence/evidence-item.ts';
import { stretchText } from '#shared/domain/moment/timecode.ts';
import { viewerWords } from '#shared/wording/english/views/viewer-words.ts';
import { openObject } from '../../bridge/navigation.ts';
import { FindingBadge } from '../../components/badge/finding-badge.tsx';
import { Button } from '../../components/button/button.tsx';
import { IconButton } from '../../components/icon-button/icon-button.tsx';
import { Name } from '../../components/name/name.tsx';
import type { ClaimedMoment } from './claimed-places.ts';
import { KeptPlace } from './kept-place.tsx';

type MomentListProps = { readonly item: EvidenceItem; readonly claimed: readonly ClaimedMoment[]; readonly onGo: (ms: number) => void };

/** What is claimed and kept of a recording, in its order; a press goes there. */
export function MomentList({ item, claimed, onGo }: MomentListProps) {
  const words = viewerWords.recording;
  const kept = (item.places ?? []).flatMap((place) => (place.anchor.sort === 'time' ? [{ place, from: place.anchor.from, to: place.anchor.to }] : []));
  if (kept.length === 0 && claimed.length === 0) return <p className="recording-none soft">{words.noPlaces}</p>;
  const rows = [...claimed.map((claim) => ({ claim, from: claim.from, to: claim.to })), ...kept].toSorted((a, b) => a.from - b.from);
  return (
    <ol className="moment-list" aria-label={words.places}>
      {rows.map((row) => (
        <li key={'claim' in row ? `${row.claim.claimId} ${row.from}` : row.place.id}>
          <Button tone="quiet" label={words.goTo(stretchText(row))} onPress={() => onGo(row.from)}>
            <span className="numeric">{stretchText(row)}</span>
          </Button>
          {'claim' in row ? (
            <>
              <Name text={row.claim.text} />
              <FindingBadge finding={row.claim.finding} />
              <IconButton icon={ExternalLink} label={words.openClaim} onPress={() => openObject('claim', row.claim.claimId)} />
            </>
          ) : (
            <KeptPlace evidenceId={item.id} place={row.place} />
          )}
        </li>
      ))}
    </ol>
  );
}
