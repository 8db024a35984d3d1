import { z } from 'zod';
import { RegionSchema } from './anchor.ts';

/**
 * A stretch of a recording to be taken out, in milliseconds from its beginning as a player counts. `sound` and `picture` say what becomes of each;
 * regions are pixels of the picture as it is shown. Of a recording without a picture only `sound` counts.
 */
export const RecordingSpanSchema = z
  .object({
    from: z.int().min(0),
    to: z.int().min(1),
    sound: z.enum(['kept', 'silence', 'tone']),
    picture: z.union([z.enum(['kept', 'blank']), z.array(RegionSchema).min(1).max(100).readonly()]),
  })
  .readonly();
export type RecordingSpan = z.infer<typeof RecordingSpanSchema>;

/** So much more is taken on each side: what a player counts and what a file counts can differ by what a codec needs to begin. */
export const spanMarginMs = 100;

/** Whether every stretch has a length and takes something out. */
export function areSpansSound(spans: readonly RecordingSpan[]): boolean {
  return spans.every(({ from, to, sound, picture }) => to > from && (sound !== 'kept' || picture !== 'kept'));
}
