import type { Region } from '#shared/domain/evidence/anchor.ts';

/** How far a scaled picture can carry a pixel across an edge: so much more is filled on each side. */
const bleed = 3;

/**
 * The picture with its regions filled solid black, no longer than `longestSide`. What was there is gone before anything is encoded: blur and
 * mosaic can be reversed, and a box that is only drawn over a file leaves what is under it, and the thumbnail in its metadata.
 */
export function fillRegions(picture: ImageBitmap, regions: readonly Region[], longestSide: number): OffscreenCanvas {
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(picture.width * scale)), Math.max(1, Math.round(picture.height * scale)));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('pictures: no drawing context');
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000000';
  const more = scale < 1 ? bleed : 0;
  for (const { x, y, w, h } of regions) {
    const [left, top] = [Math.floor(x * scale) - more, Math.floor(y * scale) - more];
    context.fillRect(left, top, Math.ceil((x + w) * scale) + more - left, Math.ceil((y + h) * scale) + more - top);
  }
  return canvas;
}
