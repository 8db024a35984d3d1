import type { MomentBounds } from '../moment/moment-bounds.ts';

/** Milliseconds since 1970 in UTC. */
export type Span = { readonly from: number; readonly to: number };
/** `sure`: in any case; `possible`: somewhere in it; `near`: about then; `open`: goes on, or nobody knows. */
export type Look = 'sure' | 'possible' | 'near' | 'open';
export type Part = { readonly from: number; readonly to: number; readonly look: Look };

/** The parts of the bar that stands for a date, from left to right; an open side reaches to the edge of the span `from` to `to`. */
export function barOf(bounds: MomentBounds, span: Span): readonly Part[] {
  const { earliest, latest, sureFrom, sureTo, unspecified } = bounds;
  const parts: Part[] = [];
  const add = (from: number, to: number, look: Look): void => {
    if (to > from) parts.push({ from, to, look });
  };
  if (earliest === null || latest === null) {
    add(earliest ?? Math.min(span.from, latest ?? span.from), latest ?? Math.max(span.to, earliest ?? span.to), 'open');
    return parts;
  }
  const margin = marginOf(bounds);
  add(earliest - margin, earliest, 'near');
  if (sureFrom === null || sureTo === null || unspecified) add(earliest, latest, 'possible');
  else {
    add(earliest, sureFrom, 'possible');
    add(sureFrom, sureTo, 'sure');
    add(sureTo, latest, 'possible');
  }
  add(latest, latest + margin, 'near');
  return parts;
}

/** How far about reaches on either side of a date. */
function marginOf({ earliest, latest, approximate }: MomentBounds): number {
  return approximate && earliest !== null && latest !== null ? (latest - earliest) / 2 : 0;
}

/** The span that all dates fill, with all that is about them and some air; years around now when there is none. */
export function spanOf(all: readonly MomentBounds[], now: number): Span {
  const edges = all.flatMap((bounds) => {
    const margin = marginOf(bounds);
    return [...(bounds.earliest === null ? [] : [bounds.earliest - margin]), ...(bounds.latest === null ? [] : [bounds.latest + margin])];
  });
  if (edges.length === 0) return { from: now - 3e10, to: now + 3e9 };
  const from = edges.reduce((a, b) => Math.min(a, b));
  const to = edges.reduce((a, b) => Math.max(a, b));
  const air = Math.max((to - from) * 0.06, 3_600_000);
  return { from: from - air, to: to + air };
}
