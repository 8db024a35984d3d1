import type { ExamineJob } from '#shared/contract/quarantine.ts';

/** Bounds of what intake reads, holds and waits for. Larger or slower files are kept as opaque evidence, never refused for it. */

const mebibyte = 1024 * 1024;

/** Longest file, with its companions, that is examined: the page holds it, its decoded form and its copies at once. */
export const longestExaminedBytes = 64 * mebibyte;
/** Longest recording that is made anew: the page holds it while it goes through it. */
export const longestRecordingBytes = 256 * mebibyte;
/** One read from disk; also what constant memory means for a file of any size. */
export const readPieceBytes = mebibyte;

/** Files beside a saved page. More than these are left where they are; the page names what it lacks. */
export const mostCompanions = 500;
export const longestCompanionBytes = 16 * mebibyte;
export const longestCompanionsBytes = 48 * mebibyte;
export const deepestCompanionFolder = 3;

/** Messages that a quarantine may answer with; its memory is bounded by its operating-system process. */
export const longestPageHtml = 64 * mebibyte;
export const longestPictureBytes = 48 * mebibyte;
export const longestPictureSide = 4_096;
export const longestFigureSide = 1_000;
export const longestSheetSide = 2_400;
export const longestRedactedRecordingBytes = 48 * mebibyte;
/** Files attached to a mail in one answer: no more than the mail held in letters. */
export const longestAttachedBytes = longestExaminedBytes;
/** Pictures of pages in one answer. */
export const longestSheetsBytes = 32 * mebibyte;

/** What the shell lets anybody wait for a page, whatever is asked of it. */
export const longestPatienceMs = 30 * 60_000;
/** What an examination at intake may take at most. */
const longestIntakeMs = 45_000;
/** From the moment the page asks for its job. A page that is not ready by then has not started at all. */
export const startPatienceMs = 30_000;
export function examinePatienceMs(format: ExamineJob['format'], bytes: number): number {
  // Every frame is decoded, drawn and encoded anew: how many there are the bytes do not say, and whoever waits can cancel.
  if (format === 'recording') return longestPatienceMs;
  const base = { text: 10_000, mail: 15_000, image: 15_000, html: 15_000, mhtml: 15_000, pdf: 40_000 }[format];
  return Math.min(base + Math.ceil(bytes / mebibyte) * 1_500, longestIntakeMs);
}
