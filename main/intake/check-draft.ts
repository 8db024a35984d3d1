import { type ExamineDraft, ExamineDraftSchema, type QuarantineFailure } from '#shared/contract/quarantine.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import {
  longestAttachedBytes,
  longestFigureSide,
  longestPageHtml,
  longestPictureBytes,
  longestPictureSide,
  longestRedactedRecordingBytes,
  longestSheetSide,
  longestSheetsBytes,
} from './limits.ts';

/**
 * The page that parsed hostile bytes is not trusted: its answer is checked as input. Shape by schema, sizes by our limits, pictures
 * by their first bytes and by the size in their own header; a draft that fails in any of it is no draft.
 */
export function checkDraft(answer: unknown): Reply<ExamineDraft> {
  const parsed = ExamineDraftSchema.safeParse(answer);
  if (!parsed.success || !isWithinLimits(parsed.data)) return quarantineFailed('crashed');
  return done(parsed.data);
}

export function quarantineFailed(reason: QuarantineFailure) {
  return refused({ kind: 'quarantine-failed', reason });
}

type Picture = NonNullable<ExamineDraft['picture']>;

function isWithinLimits({ pageHtml, picture, sheets, text, recording, attached = [] }: ExamineDraft): boolean {
  if (attached.reduce((sum, { bytes }) => sum + bytes.length, 0) > longestAttachedBytes) return false;
  if (recording !== undefined && !isRecordingSound(recording)) return false;
  if (pageHtml !== null && pageHtml.length > longestPageHtml) return false;
  if (sheets !== undefined && !areSheetsSound(sheets, text?.text.length ?? 0)) return false;
  if (picture === null) return true;
  return isSound(picture.display, longestPictureSide) && isSound(picture.figure, longestFigureSide) && isSameShape(picture);
}

function isSound(copy: Picture['display'], longestSide: number): boolean {
  if (copy.bytes.length > longestPictureBytes || Math.max(copy.width, copy.height) > longestSide || Math.min(copy.width, copy.height) < 1) return false;
  return copy.mime === 'image/png' ? isPngOf(copy) : copy.bytes[0] === 0xff && copy.bytes[1] === 0xd8 && copy.bytes[2] === 0xff;
}

/** What it says it is by its first bytes: RIFF, Ogg, or EBML (RFC 8794). */
function isRecordingSound({ mime, bytes }: NonNullable<ExamineDraft['recording']>): boolean {
  const first = { 'audio/wav': [0x52, 0x49, 0x46, 0x46], 'audio/ogg': [0x4f, 0x67, 0x67, 0x53], 'video/webm': [0x1a, 0x45, 0xdf, 0xa3] }[mime];
  return bytes.length <= longestRedactedRecordingBytes && first.every((byte, index) => bytes[index] === byte);
}

/** Signature and size of IHDR (ISO/IEC 15948 §11.2.2). */
function isPngOf({ bytes, width, height }: Picture['display']): boolean {
  if (bytes.length < 33) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return view.getUint32(0) === 0x89504e47 && view.getUint32(4) === 0x0d0a1a0a && view.getUint32(16) === width && view.getUint32(20) === height;
}

/** Pages in order, each once, with pictures in the shape of their pages and words that lie in the text. */
function areSheetsSound({ of, drawn }: NonNullable<ExamineDraft['sheets']>, characters: number): boolean {
  const bytes = drawn.reduce((sum, { picture }) => sum + picture.bytes.length, 0);
  const inText = of.every(({ start }, at) => start <= characters && start >= (of[at - 1]?.start ?? 0));
  const inOrder = drawn.every(({ page }, at) => at === 0 || page === (drawn[at - 1]?.page ?? 0) + 1);
  return bytes <= longestSheetsBytes && inText && inOrder && drawn.every(({ picture }) => isSound(picture, longestSheetSide));
}

/** Both copies show the picture they are copies of: the same proportions, up to the rounding of one pixel. */
function isSameShape({ width, height, display, figure }: Picture): boolean {
  return [display, figure].every((copy) => {
    const scale = Math.min(copy.width / width, copy.height / height);
    return scale <= 1 && Math.abs(copy.width - width * scale) <= 1.5 + scale && Math.abs(copy.height - height * scale) <= 1.5 + scale;
  });
}
