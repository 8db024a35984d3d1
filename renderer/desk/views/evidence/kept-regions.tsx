import type { EvidenceItem } from '#shared/domain/evidence/evidence-item.ts';
import { viewerWords } from '#shared/wording/english/views/viewer-words.ts';
import { RegionThumbnail } from '../../components/region-thumbnail/region-thumbnail.tsx';
import { KeptPlace } from './kept-place.tsx';
import type { Size } from './picture-geometry.ts';

type KeptRegionsProps = { readonly item: EvidenceItem; readonly picture: Size };

/** Regions that were kept, each cut out, with its label and what is written there. */
export function KeptRegions({ item, picture }: KeptRegionsProps) {
  const kept = (item.places ?? []).flatMap((place) => (place.anchor.sort === 'region' ? [{ place, region: place.anchor.region }] : []));
  if (kept.length === 0) return null;
  return (
    <ul className="kept-list" aria-label={viewerWords.place.list}>
      {kept.map(({ place, region }) => (
        <li key={place.id}>
          <RegionThumbnail
            evidenceId={item.id}
            label={place.label ?? viewerWords.place.unnamed}
            shielded={false}
            box={{ width: 96, height: 40 }}
            {...{ region, picture }}
          />
          <KeptPlace evidenceId={item.id} place={place} />
        </li>
      ))}
    </ul>
  );
}
