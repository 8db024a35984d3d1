import type { Region } from '#shared/domain/evidence/anchor.ts';

type Size = { readonly width: number; readonly height: number };
export type Crop = {
  readonly width: number;
  readonly height: number;
  readonly picture: { readonly width: number; readonly left: number; readonly top: number };
};

/** How to lay a picture behind a small window so that only `region` shows, as large as fits `box`; all in screen pixels. */
export function cropOf(region: Region, picture: Size, box: Size): Crop {
  const scale = Math.min(box.width / region.w, box.height / region.h);
  return {
    width: Math.max(1, Math.round(region.w * scale)),
    height: Math.max(1, Math.round(region.h * scale)),
    picture: { width: picture.width * scale, left: -region.x * scale, top: -region.y * scale },
  };
}
