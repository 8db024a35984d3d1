import type { PictureHeader } from '../picture-header.ts';

/** JPEG (ITU-T T.81): segments up to the start of scan; of several frame headers the largest counts. */
export function readJpegHeader(view: DataView): PictureHeader | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8 || view.getUint8(2) !== 0xff) return null;
  let width = 0;
  let height = 0;
  let at = 2;
  while (at + 4 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) {
      at += 1;
      continue;
    }
    const marker = view.getUint8(at + 1);
    if (marker === 0xd9 || marker === 0xda) break;
    if (hasNoLength(marker)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    if (isFrameHeader(marker)) {
      const frame = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
      if (frame.width * frame.height > width * height) ({ width, height } = frame);
    }
    at += 2 + view.getUint16(at + 2);
  }
  return width === 0 ? null : { mime: 'image/jpeg', width, height, animated: false };
}

/** Fill bytes, TEM and restart markers stand alone. */
function hasNoLength(marker: number): boolean {
  return marker === 0xff || marker === 0x00 || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}

/** SOF0 to SOF15 without the tables DHT, JPG and DAC that share the range. */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}
