import type { LanesBy } from '#shared/contract/timeline.ts';
import type { Span } from '#shared/domain/timeline/bar-of.ts';
import { inTurns } from '../lists/in-turns.ts';
import type { ReadingDesk } from '../ports/desk.ts';
import { type CaseTimeline, gatheredDates, keptTimeline } from './case-dates.ts';
import { type DrawnLanes, drawLanes } from './draw-lanes.ts';
import type { KeptDates } from './keep-dates.ts';

type Wish = { readonly lanesBy: LanesBy; readonly span: Span | undefined; readonly width: number };

/**
 * What `tell` says of the lanes of the case, drawn for a span, the whole unless told. Others get their turn meanwhile; when they edit the case, what they
 * changed is drawn before anything is told.
 */
export function tellOfLanes<T>(desk: ReadingDesk, wish: Wish, tell: (dates: KeptDates, lanes: DrawnLanes, span: Span) => T): Promise<T> {
  const { worked: timeline, changed } = keptTimeline(desk);
  const told = timeline.inLine.then(async () => {
    for (;;) {
      const dates = await gatheredDates(desk);
      const lanes = await filled(desk, timeline, dates, wish.lanesBy);
      const { edits } = timeline;
      const span = wish.span ?? dates.whole();
      await inTurns(lanes.draw(span, wish.width), () => undefined);
      if (changed.size === 0 && timeline.edits === edits) return tell(dates, lanes, span);
    }
  });
  timeline.inLine = told.catch(() => undefined);
  return told;
}

async function filled(desk: ReadingDesk, timeline: CaseTimeline, dates: KeptDates, lanesBy: LanesBy): Promise<DrawnLanes> {
  const found = timeline.drawn.get(lanesBy);
  if (found) return found;
  const added = drawLanes(lanesBy);
  timeline.drawn.set(lanesBy, added);
  try {
    await inTurns(added.lanes.fill(desk, [...dates.inOrder()]), () => undefined);
  } catch (cause) {
    if (timeline.drawn.get(lanesBy) === added) timeline.drawn.delete(lanesBy);
    throw cause;
  }
  return added;
}
