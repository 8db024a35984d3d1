import type { MomentBounds } from '../moment/moment-bounds.ts';
import { barOf, type Span } from './bar-of.ts';
import { leastBarPx, wordsPx } from './timeline-sizes.ts';

/** Where a bar and its words lie on a line, in pixels. `start` is where the bar itself begins; its words stand after it, or before it. */
export type BarEdges = { readonly start: number; readonly left: number; readonly right: number; readonly wordsBefore: boolean };

/** The edges of the bar that stands for a date, on a line of that width for a span; null when it lies outside. */
export function barEdges(bounds: MomentBounds, span: Span, width: number): BarEdges | null {
  const parts = barOf(bounds, span);
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last || last.to < span.from || first.from > span.to) return null;
  const px = (moment: number) => ((moment - span.from) / (span.to - span.from)) * width;
  const start = Math.max(-2, px(first.from));
  const end = Math.max(start + leastBarPx, Math.min(width, px(last.to)));
  // The words stand before the bar where there is no room after it and enough before.
  const wordsBefore = end + wordsPx > width && start > wordsPx;
  return { start, wordsBefore, left: wordsBefore ? start - wordsPx : start, right: wordsBefore ? end : end + wordsPx };
}
