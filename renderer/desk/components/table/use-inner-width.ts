import { type RefObject, useLayoutEffect, useState } from 'react';

/** Pixels an element has for its content, without its scroll bar, followed while it changes; `null` while it is not laid out. */
export function useInnerWidth(ref: RefObject<HTMLElement | null>, shown: boolean): number | null {
  const [widthPx, setWidthPx] = useState<number | null>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element || !shown) return;
    const measure = () => setWidthPx(element.clientWidth || null);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [ref, shown]);
  return widthPx;
}
