import type { LanesBy } from '#shared/contract/timeline.ts';
import { inTurns } from '../lists/in-turns.ts';
import type { ReadingDesk } from '../ports/desk.ts';
import type { DrawnLanes } from './draw-lanes.ts';
import { type KeptDates, keepDates } from './keep-dates.ts';

/** The timeline of a case, kept up with its edits: `edits` counts those that were taken. `inLine`: charts are drawn one after another. */
export type CaseTimeline = {
  dates: KeptDates | null;
  gathering: Promise<void> | null;
  readonly drawn: Map<LanesBy, DrawnLanes>;
  edits: number;
  inLine: Promise<unknown>;
};

/** When more objects than this have changed, all is gathered anew, in turns. */
const mostTaken = 2_000;

export function keptTimeline(desk: ReadingDesk): { readonly worked: CaseTimeline; readonly changed: Set<string> } {
  return desk.keptUp('timeline', () => ({ dates: null, gathering: null, drawn: new Map(), edits: 0, inLine: Promise.resolve() }));
}

/** Every date of the case as it is now. After an edit nothing but what it changed is looked at. */
export function caseDates(desk: ReadingDesk): KeptDates {
  const { worked: timeline, changed } = keptTimeline(desk);
  const dates = timeline.dates ?? begin(timeline, changed);
  if (timeline.dates === null) {
    for (const _ of dates.gather(desk.openCase.heads()));
    timeline.dates = dates;
  }
  if (changed.size === 0) return dates;
  const changes = dates.change(desk.openCase.heads(), [...changed]);
  changed.clear();
  timeline.edits += 1;
  for (const { lanes } of timeline.drawn.values()) lanes.change(desk, changes);
  return dates;
}

/** {@link caseDates}, which takes a while at first: others get their turn meanwhile. */
export async function gatheredDates(desk: ReadingDesk): Promise<KeptDates> {
  const { worked: timeline, changed } = keptTimeline(desk);
  if (changed.size > mostTaken) timeline.dates = null;
  if (timeline.dates === null) {
    timeline.gathering ??= gather(desk).finally(() => {
      timeline.gathering = null;
    });
    await timeline.gathering;
  }
  return caseDates(desk);
}

async function gather(desk: ReadingDesk): Promise<void> {
  const { worked: timeline, changed } = keptTimeline(desk);
  const dates = begin(timeline, changed);
  await inTurns(dates.gather(desk.openCase.heads()), () => undefined);
  timeline.dates ??= dates;
}

/** What changes from here on is taken when all is there. */
function begin(timeline: CaseTimeline, changed: Set<string>): KeptDates {
  changed.clear();
  timeline.drawn.clear();
  timeline.edits += 1;
  return keepDates();
}
