import type { Region } from '#shared/domain/evidence/anchor.ts';
import { cropOf } from './crop-of.ts';
import './region-thumbnail.css';

export type RegionThumbnailProps = {
  readonly evidenceId: string;
  /** Null shows the whole picture. */
  readonly region: Region | null;
  readonly picture: { readonly width: number; readonly height: number };
  readonly box: { readonly width: number; readonly height: number };
  readonly label: string;
  /** Graphic or captive material is drawn out of focus on the screen until asked for; never in an export. */
  readonly shielded: boolean;
};

/** A region of a picture, cut out on the screen from its display copy. */
export function RegionThumbnail({ evidenceId, region, picture, box, label, shielded }: RegionThumbnailProps) {
  const shown = region ?? { x: 0, y: 0, w: picture.width, h: picture.height };
  const crop = cropOf(shown, picture, box);
  return (
    <span className="region-thumbnail" role="img" aria-label={label} style={{ width: crop.width, height: crop.height }}>
      <img
        src={`./evidence/${evidenceId}/display`}
        alt=""
        draggable={false}
        data-shielded={shielded}
        style={{ width: crop.picture.width, left: crop.picture.left, top: crop.picture.top }}
      />
    </span>
  );
}
