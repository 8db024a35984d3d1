import type { PictureHeader } from '../picture-header.ts';
import { fourLetters } from './four-letters.ts';

/** PNG (ISO/IEC 15948): signature, then IHDR with the size; an acTL chunk before the first IDAT means animation. */
export function readPngHeader(view: DataView): PictureHeader | null {
  if (view.byteLength < 24 || view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a || fourLetters(view, 12) !== 'IHDR') return null;
  return { mime: 'image/png', width: view.getUint32(16), height: view.getUint32(20), animated: hasAnimationControl(view) };
}

function hasAnimationControl(view: DataView): boolean {
  let at = 8;
  while (at + 8 <= view.byteLength) {
    const name = fourLetters(view, at + 4);
    if (name === 'acTL') return true;
    if (name === 'IDAT') return false;
    at += 12 + view.getUint32(at);
  }
  return false;
}
