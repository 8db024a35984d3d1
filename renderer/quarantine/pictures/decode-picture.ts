import type { IntakeWarning } from '#shared/domain/evidence/evidence-item.ts';
import { isWithinPixels, type PictureHeader } from './picture-header.ts';
import { readPictureHeader } from './read-header.ts';

export type DecodedPicture =
  | { readonly bitmap: ImageBitmap; readonly header: PictureHeader; readonly warnings: readonly IntakeWarning[] }
  | { readonly bitmap: null; readonly warnings: readonly IntakeWarning[] };

/** Decodes a picture upright, after its header was found harmless. Of an animation, the first frame. */
export async function decodePicture(bytes: Uint8Array<ArrayBuffer>): Promise<DecodedPicture> {
  const header = readPictureHeader(bytes);
  if (header === null) return { bitmap: null, warnings: ['picture-unreadable'] };
  if (header.width === 0 || header.height === 0) return { bitmap: null, warnings: ['picture-unreadable'] };
  if (!isWithinPixels(header.width, header.height)) return { bitmap: null, warnings: ['picture-too-large'] };
  const bitmap = await createImageBitmap(new Blob([bytes], { type: header.mime }), { imageOrientation: 'from-image' }).catch(() => null);
  if (bitmap === null) return { bitmap: null, warnings: ['picture-unreadable'] };
  return { bitmap, header, warnings: header.animated ? ['first-frame-only'] : [] };
}
