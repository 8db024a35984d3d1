import { readAvifHeader } from './headers/avif.ts';
import { readGifHeader } from './headers/gif.ts';
import { readJpegHeader } from './headers/jpeg.ts';
import { readPngHeader } from './headers/png.ts';
import { readWebpHeader } from './headers/webp.ts';
import type { PictureHeader } from './picture-header.ts';

/** The header of a picture, or null when the bytes are none of the five formats or end before their size is told. */
export function readPictureHeader(bytes: Uint8Array): PictureHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readPngHeader(view) ?? readJpegHeader(view) ?? readGifHeader(view) ?? readWebpHeader(view) ?? readAvifHeader(view);
  } catch (error) {
    if (error instanceof RangeError) return null; // a read past the end: truncated
    throw error;
  }
}
