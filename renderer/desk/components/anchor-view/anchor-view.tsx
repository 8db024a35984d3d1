import { EyeOff, FileBox } from 'lucide-react';
import { useState } from 'react';
import type { Anchor } from '#shared/domain/evidence/anchor.ts';
import type { AtRiskMark } from '#shared/domain/evidence/at-risk.ts';
import { stretchText } from '#shared/domain/moment/timecode.ts';
import { atRiskTerms } from '#shared/wording/english/terms.ts';
import { claimsWords } from '#shared/wording/english/views/claims-words.ts';
import { openObject } from '../../bridge/navigation.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { Badge } from '../badge/badge.tsx';
import { Button } from '../button/button.tsx';
import { RegionThumbnail } from '../region-thumbnail/region-thumbnail.tsx';
import { useShielded } from './is-shielded.ts';
import './anchor-view.css';
import { Name } from '../name/name.tsx';

/** A place in words: what of which item. */
function anchorLabel(anchor: Anchor, name: string): string {
  const words = claimsWords.anchor;
  if (anchor.sort === 'page') return words.page(name, anchor.page);
  if (anchor.sort === 'time') return words.time(name, stretchText(anchor));
  return words[anchor.sort](name);
}

/** A place in evidence, shown where it is needed: the quote in its surroundings, the region cut out, the item named. */
export function AnchorView({ anchor }: { readonly anchor: Anchor }) {
  const item = useQuery('evidence/show', { id: anchor.evidenceId }).value;
  const name = item?.name ?? '…';
  const label = anchorLabel(anchor, name);
  return (
    <figure className="anchor-view">
      {anchor.sort === 'quote' && (
        <blockquote className="anchor-quote" {...(item?.text?.language && { lang: item.text.language })}>
          <span className="faint">{anchor.prefix}</span>
          <mark>{anchor.exact}</mark>
          <span className="faint">{anchor.suffix}</span>
        </blockquote>
      )}
      {(anchor.sort === 'region' || anchor.sort === 'whole') && item?.picture && (
        <AnchorPicture
          evidenceId={anchor.evidenceId}
          region={anchor.sort === 'region' ? anchor.region : null}
          picture={item.picture}
          marks={item.atRisk}
          label={label}
        />
      )}
      <figcaption className="anchor-from">
        <Button tone="quiet" icon={FileBox} onPress={() => openObject('evidence', anchor.evidenceId)}>
          <Name text={label} />
        </Button>
        {item?.atRisk.map((mark) => (
          <Badge key={mark} tone="warn" title={atRiskTerms[mark].meaning}>
            {atRiskTerms[mark].label}
          </Badge>
        ))}
      </figcaption>
    </figure>
  );
}

type AnchorPictureProps = {
  readonly evidenceId: string;
  readonly region: Parameters<typeof RegionThumbnail>[0]['region'];
  readonly picture: { readonly width: number; readonly height: number };
  readonly marks: readonly AtRiskMark[];
  readonly label: string;
};

function AnchorPicture({ evidenceId, region, picture, marks, label }: AnchorPictureProps) {
  const [asked, setAsked] = useState(false);
  const shielded = useShielded(marks, 'picture') && !asked;
  return (
    <div className="anchor-picture">
      <RegionThumbnail {...{ evidenceId, region, picture, label, shielded }} box={{ width: 260, height: 140 }} />
      {shielded && (
        <Button icon={EyeOff} onPress={() => setAsked(true)}>
          {claimsWords.anchor.show}
        </Button>
      )}
    </div>
  );
}
