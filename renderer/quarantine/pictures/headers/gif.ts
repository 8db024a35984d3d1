import type { PictureHeader } from '../picture-header.ts';

/** GIF89a: logical screen, then blocks; two image descriptors mean animation. A frame larger than the screen counts as the size. */
export function readGifHeader(view: DataView): PictureHeader | null {
  if (view.byteLength < 13 || view.getUint32(0) !== 0x47494638) return null;
  let width = view.getUint16(6, true);
  let height = view.getUint16(8, true);
  let frames = 0;
  let at = 13 + colourTableBytes(view.getUint8(10));
  while (at < view.byteLength && frames < 2) {
    const block = view.getUint8(at);
    if (block === 0x21) at = afterSubBlocks(view, at + 2);
    else if (block === 0x2c && at + 10 <= view.byteLength) {
      frames += 1;
      width = Math.max(width, view.getUint16(at + 1, true) + view.getUint16(at + 5, true));
      height = Math.max(height, view.getUint16(at + 3, true) + view.getUint16(at + 7, true));
      at = afterSubBlocks(view, at + 11 + colourTableBytes(view.getUint8(at + 9)));
    } else break;
  }
  return { mime: 'image/gif', width, height, animated: frames > 1 };
}

function colourTableBytes(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);
}

function afterSubBlocks(view: DataView, start: number): number {
  let at = start;
  while (at < view.byteLength) {
    const length = view.getUint8(at);
    at += 1 + length;
    if (length === 0) break;
  }
  return at;
}
