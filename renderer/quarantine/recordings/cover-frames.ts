import { VideoSample } from 'mediabunny';
import { type RecordingSpan, spanMarginMs } from '#shared/domain/evidence/recording-span.ts';

/** `scaleX` and `scaleY` lead from pixels as shown to pixels of the copy. */
type Size = { readonly width: number; readonly height: number; readonly scaleX: number; readonly scaleY: number };
/** How far scaling and the halved colour planes carry a pixel across an edge. */
const bleed = 4;

/**
 * The frames drawn anew, covered where they are on the screen during a stretch: a frame stands until the next comes, whatever length it says it has.
 * What is covered is gone before anything is encoded, so no later frame is told as a difference to it.
 */
export async function* coverFrames(frames: AsyncIterable<VideoSample>, spans: readonly RecordingSpan[], size: Size): AsyncGenerator<VideoSample> {
  const canvas = new OffscreenCanvas(size.width, size.height);
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (context === null) throw new Error('recordings: no drawing context');
  const draw = (frame: VideoSample, end: number): VideoSample | null => {
    const start = Math.max(0, frame.timestamp);
    if (end > start) {
      frame.draw(context, 0, 0, size.width, size.height);
      context.fillStyle = '#000000';
      for (const [x, y, w, h] of coveredBoxes(spans, { start, end }, size)) context.fillRect(x, y, w, h);
    }
    const duration = Number.isFinite(end) ? end - start : frame.duration;
    frame.close();
    return end > start ? new VideoSample(canvas, { timestamp: start, duration }) : null;
  };
  let held: VideoSample | null = null;
  for await (const next of frames) {
    const made = held && draw(held, next.timestamp);
    if (made) yield made;
    held = next;
  }
  const last = held && draw(held, Number.POSITIVE_INFINITY);
  if (last) yield last;
}

type Box = readonly [x: number, y: number, w: number, h: number];

/** What is to be filled of a frame that stands from `start` to `end`, in seconds. */
function coveredBoxes(
  spans: readonly RecordingSpan[],
  { start, end }: { readonly start: number; readonly end: number },
  { width, height, scaleX, scaleY }: Size,
): readonly Box[] {
  return spans.flatMap(({ from, to, picture }): readonly Box[] => {
    if (picture === 'kept' || end * 1_000 <= from - spanMarginMs || start * 1_000 >= to + spanMarginMs) return [];
    if (picture === 'blank') return [[0, 0, width, height]];
    return picture.map(({ x, y, w, h }): Box => {
      const [left, top] = [Math.floor(x * scaleX) - bleed, Math.floor(y * scaleY) - bleed];
      return [left, top, Math.ceil((x + w) * scaleX) + bleed - left, Math.ceil((y + h) * scaleY) + bleed - top];
    });
  });
}
