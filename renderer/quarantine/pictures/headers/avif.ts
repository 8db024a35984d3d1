import type { PictureHeader } from '../picture-header.ts';
import { fourLetters } from './four-letters.ts';

const brands = ['avif', 'avis'];
/** Boxes on the way to the sizes; `meta` is a full box with four more bytes (ISO/IEC 14496-12 and 23008-12). */
const containers: { readonly [name: string]: number } = { meta: 4, iprp: 0, ipco: 0 };
const mostBoxes = 2_000;

/** AVIF: the largest `ispe` property. A grid names its tiles and itself, so the largest is the whole picture. */
export function readAvifHeader(view: DataView): PictureHeader | null {
  if (view.byteLength < 16 || fourLetters(view, 4) !== 'ftyp') return null;
  const found = findBrands(view).filter((brand) => brands.includes(brand));
  if (found.length === 0) return null;
  const sizes = [...imageSizes(view, 0, view.byteLength, { boxes: 0 })];
  const largest = sizes.reduce((best, size) => (size.width * size.height > best.width * best.height ? size : best), { width: 0, height: 0 });
  return largest.width === 0 ? null : { mime: 'image/avif', ...largest, animated: fourLetters(view, 8) === 'avis' };
}

function findBrands(view: DataView): string[] {
  const end = Math.min(view.getUint32(0), view.byteLength, 512);
  const found = [fourLetters(view, 8)];
  for (let at = 16; at + 4 <= end; at += 4) found.push(fourLetters(view, at));
  return found;
}

function* imageSizes(view: DataView, start: number, end: number, seen: { boxes: number }): Generator<{ width: number; height: number }> {
  let at = start;
  while (at + 8 <= end && seen.boxes < mostBoxes) {
    seen.boxes += 1;
    const length = boxLength(view, at, end);
    if (length < 8) return;
    const name = fourLetters(view, at + 4);
    const skip = containers[name];
    if (name === 'ispe' && at + 20 <= end) yield { width: view.getUint32(at + 12), height: view.getUint32(at + 16) };
    if (skip !== undefined) yield* imageSizes(view, at + 8 + skip, Math.min(at + length, end), seen);
    at += length;
  }
}

/** 0 means "to the end"; 1 means a 64-bit length, which no box before the sizes needs: taken as the end too. */
function boxLength(view: DataView, at: number, end: number): number {
  const length = view.getUint32(at);
  return length === 0 || length === 1 ? end - at : length;
}
