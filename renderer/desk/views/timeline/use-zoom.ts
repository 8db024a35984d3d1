import { type PointerEvent, useEffect, useRef } from 'react';
import type { Span } from '#shared/domain/timeline/bar-of.ts';

const leastSpanMs = 120_000;
const mostSpanMs = 400 * 366 * 86_400_000;

/** A span between two minutes and four centuries around the same middle. */
export function zoomed({ from, to }: Span, factor: number, at = (from + to) / 2): Span {
  const length = Math.min(mostSpanMs, Math.max(leastSpanMs, (to - from) * factor));
  const share = (at - from) / (to - from);
  return { from: at - length * share, to: at + length * (1 - share) };
}

/** A span of the same length, later by that share of it. */
export function moved({ from, to }: Span, share: number): Span {
  const by = (to - from) * share;
  return { from: from + by, to: to + by };
}

/** The wheel with a key held zooms and moves the span, dragging moves it. */
export function useZoom(element: HTMLElement | null, span: Span | null, width: number, onSpan: (span: Span) => void) {
  const drag = useRef<{ readonly x: number; readonly span: Span } | null>(null);
  const latest = useRef({ span, onSpan, width });
  latest.current = { span, onSpan, width };
  useEffect(() => {
    if (!element) return;
    // React listens to the wheel passively, and the page must not scroll while the span is zoomed.
    const onWheel = (event: WheelEvent): void => {
      const now = latest.current;
      if (now.span === null || (!event.ctrlKey && !event.metaKey && !event.shiftKey)) return;
      event.preventDefault();
      const at = now.span.from + ((event.clientX - element.getBoundingClientRect().left) / now.width) * (now.span.to - now.span.from);
      if (event.shiftKey) now.onSpan(moved(now.span, (event.deltaX || event.deltaY) / now.width));
      else now.onSpan(zoomed(now.span, 1.0015 ** event.deltaY, at));
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [element]);
  const stop = () => {
    drag.current = null;
  };
  return {
    onPointerDown: (event: PointerEvent) => {
      if (span) drag.current = { x: event.clientX, span };
    },
    onPointerMove: (event: PointerEvent) => {
      const begun = drag.current;
      if (begun) onSpan(moved(begun.span, (begun.x - event.clientX) / width));
    },
    onPointerUp: stop,
    onPointerLeave: stop,
  };
}
