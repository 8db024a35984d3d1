import type { ExamineJob, ProposedFace } from '#shared/contract/quarantine.ts';
import type { FoundField, IntakeWarning } from '#shared/domain/evidence/evidence-item.ts';
import { decodePicture } from '../../pictures/decode-picture.ts';
import { type EncodedPicture, encodePicture } from '../../pictures/encode-picture.ts';
import { fillRegions } from '../../pictures/fill-regions.ts';
import { readMetadata } from './read-metadata.ts';

export type ParsedImage = {
  readonly picture: { readonly width: number; readonly height: number; readonly display: EncodedPicture; readonly figure: EncodedPicture } | null;
  readonly found: readonly FoundField[];
  readonly warnings: readonly IntakeWarning[];
  readonly faces?: readonly ProposedFace[];
};

const displaySide = 4_096;
const figureSide = 1_000;

export async function parseImage(job: ExamineJob): Promise<ParsedImage> {
  if (job.faces) return onlyFaces(new Uint8Array(job.bytes));
  const bytes = new Uint8Array(job.bytes);
  const found = await readMetadata(bytes);
  const decoded = await decodePicture(bytes);
  if (decoded.bitmap === null) return { picture: null, found, warnings: decoded.warnings };
  const lossless = decoded.header.mime === 'image/png' || decoded.header.mime === 'image/gif';
  const mime = lossless ? 'image/png' : 'image/jpeg';
  if (job.fill !== undefined) {
    const filled = fillRegions(decoded.bitmap, job.fill, displaySide);
    decoded.bitmap.close();
    const display = await encodePicture(filled, displaySide, mime);
    // What the file said of itself stays behind with the original.
    return { picture: { width: filled.width, height: filled.height, display, figure: await encodePicture(filled, figureSide, mime) }, found: [], warnings: [] };
  }
  const { width, height } = decoded.bitmap;
  const display = await encodePicture(decoded.bitmap, displaySide, mime);
  const figure = await encodePicture(decoded.bitmap, figureSide, mime);
  decoded.bitmap.close();
  return { picture: { width, height, display, figure }, found, warnings: decoded.warnings };
}

async function onlyFaces(bytes: Uint8Array<ArrayBuffer>): Promise<ParsedImage> {
  const decoded = await decodePicture(bytes);
  if (decoded.bitmap === null) return { picture: null, found: [], warnings: decoded.warnings };
  const { proposeFaces } = await import('../../faces/propose-faces.ts');
  const faces = proposeFaces(decoded.bitmap);
  decoded.bitmap.close();
  return { picture: null, found: [], warnings: [], faces };
}
