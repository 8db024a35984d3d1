import type { PictureHeader } from '../picture-header.ts';
import { fourLetters } from './four-letters.ts';

/** WebP (RFC 9649): RIFF container; VP8X tells the canvas, VP8 and VP8L the size of a single picture. */
export function readWebpHeader(view: DataView): PictureHeader | null {
  if (view.byteLength < 30 || fourLetters(view, 0) !== 'RIFF' || fourLetters(view, 8) !== 'WEBP') return null;
  let size: { width: number; height: number } | null = null;
  let animated = false;
  let at = 12;
  while (at + 8 <= view.byteLength) {
    const name = fourLetters(view, at);
    if (name === 'VP8X') animated = (view.getUint8(at + 8) & 0x02) !== 0;
    size = larger(size, chunkSize(view, name, at + 8));
    if (name === 'VP8 ' || name === 'VP8L' || name === 'ANMF') break;
    const length = view.getUint32(at + 4, true);
    at += 8 + length + (length % 2);
  }
  return size === null ? null : { mime: 'image/webp', ...size, animated };
}

function chunkSize(view: DataView, name: string, at: number) {
  if (name === 'VP8X') return { width: 1 + readUint24(view, at + 4), height: 1 + readUint24(view, at + 7) };
  if (name === 'VP8 ') return { width: view.getUint16(at + 6, true) & 0x3fff, height: view.getUint16(at + 8, true) & 0x3fff };
  if (name !== 'VP8L') return null;
  const bits = view.getUint32(at + 1, true);
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
}

/** The canvas and the bitstream may disagree; the larger one is what a decoder could be made to allocate. */
function larger<Size extends { width: number; height: number }>(one: Size | null, other: Size | null): Size | null {
  if (one === null || other === null) return one ?? other;
  return other.width * other.height > one.width * one.height ? other : one;
}

function readUint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}
