import { useLayoutEffect, useState } from 'react';
import type { View } from '#shared/domain/timeline/lanes-in-view.ts';

/** How wide the chart is, and which part of its height is asked for: what is in sight and some before and after it, in whole steps. */
export type Sight = { readonly width: number; readonly view: View };

const aheadPx = 150;
const stepPx = 300;
const leastWidthPx = 200;

/** Followed while the frame is scrolled and changes its size; null before it is laid out. */
export function useSight(element: HTMLElement | null): Sight | null {
  const [sight, setSight] = useState<Sight | null>(null);
  useLayoutEffect(() => {
    if (!element) return;
    const look = () => {
      if (element.clientWidth === 0) return;
      const width = Math.max(leastWidthPx, element.clientWidth);
      const from = Math.max(0, Math.floor((element.scrollTop - aheadPx) / stepPx) * stepPx);
      const to = Math.ceil((element.scrollTop + element.clientHeight + aheadPx) / stepPx) * stepPx;
      setSight((before) => (before?.width === width && before.view.from === from && before.view.to === to ? before : { width, view: { from, to } }));
    };
    const watch = new ResizeObserver(look);
    watch.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      watch.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [element]);
  return sight;
}
