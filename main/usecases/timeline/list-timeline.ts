import { type LanesBy, timelineSenses } from '#shared/contract/timeline.ts';
import { entityName, labelOf, roleOrName } from '#shared/domain/case/label-of.ts';
import type { timelineColumns } from '#shared/domain/case/list-columns.ts';
import { findings } from '#shared/domain/claim/claim.ts';
import { contradictedBy } from '#shared/domain/claim/claim-conflicts.ts';
import { done } from '#shared/kernel/reply.ts';
import { timelineWords } from '#shared/wording/english/views/timeline-words.ts';
import type { QueryUse } from '../handler.ts';
import { labelWords } from '../lists/label-words.ts';
import { type ListPlan, orderList } from '../lists/order-list.ts';
import type { ReadingDesk } from '../ports.ts';
import { type CaseDate, caseDates } from './case-dates.ts';
import { actorOf, sourceOf, timelineBarsAt, timelineRowsAt } from './timeline-rows.ts';

/** With names, or with the role of whom goes by one: then no place of a row tells the name behind it. */
const planOf = (byRole: boolean): ListPlan<CaseDate, (typeof timelineColumns)[number]> => ({
  name: byRole ? 'timeline by role' : 'timeline',
  rows: {
    reads: ['claims', 'sources'],
    all: (desk) => caseDates(desk).inOrder,
    ids: (desk) => caseDates(desk).ids,
    count: (desk) => caseDates(desk).ids.length,
  },
  keys: {
    sense: {
      of:
        () =>
        ({ sense }) =>
          timelineWords.senses[sense],
    },
    label: {
      of:
        (desk) =>
        ({ objectId }) =>
          labelOf(desk.openCase.heads(), objectId)?.label ?? '',
    },
    actor: { of: (desk) => (date) => actorOf(desk, date, byRole ? roleOrName : entityName), reads: ['entities'] },
    finding: {
      of:
        () =>
        ({ claim }) =>
          claim && findings.indexOf(claim.finding),
    },
    against: {
      of:
        (desk) =>
        ({ objectId }) =>
          contradictedBy(objectId, desk.links()).length,
      reads: ['links'],
    },
  },
  usual: null,
  found: (desk) => {
    const labels = labelWords(desk);
    return ({ objectId, claim }) => `${labels(objectId)} ${claim === null ? '' : labels(claim.asserterId)}`;
  },
  foundReads: ['entities'],
});
const [named, behindRoles] = [planOf(false), planOf(true)];

export const orderTimeline: QueryUse<'timeline/order'> = async (desk, { byRole = false, ...wish }) =>
  done(await orderList(desk, byRole ? behindRoles : named, wish, timelineRowsAt));
export const showTimelineBars: QueryUse<'timeline/bars'> = async (desk, { places }) => done(timelineBarsAt(desk, places));
/** Every date of the case in its order, as the command line prints it. */
export const listTimeline: QueryUse<'timeline/list'> = async (desk) => done(timelineRowsAt(desk, caseDates(desk).ids));

/** When everything was and which lane it lies in, without a word of it. */
export const showTimelineChart: QueryUse<'timeline/chart'> = async (desk, { lanesBy }) =>
  done(
    desk.kept(`timeline by ${lanesBy}`, ['claims', 'sources', 'entities', 'evidence'], () => {
      const { inOrder } = caseDates(desk);
      const [dates, lanes] = [numbering(), numbering()];
      const nameOf = laneNames(desk, lanesBy);
      return {
        dateOf: inOrder.map(({ date }) => dates.of(date)),
        laneOf: inOrder.map((date) => lanes.of(nameOf(date))),
        senseOf: inOrder.map(({ sense }) => timelineSenses.indexOf(sense)),
        dates: [...dates.names()],
      };
    }),
  );

/** The name of the lane that a date lies in; each object is looked up once. */
function laneNames(desk: ReadingDesk, lanesBy: LanesBy): (date: CaseDate) => string {
  if (lanesBy === 'type') return ({ sense }) => sense;
  const known = new Map<string, string>();
  return (date) => {
    const from = date.claim === null ? date.objectId : ((lanesBy === 'actor' ? date.claim.asserterId : date.claim.anchors[0]?.evidenceId) ?? '');
    const found = known.get(from) ?? (lanesBy === 'actor' ? actorOf(desk, date) : sourceOf(desk, date));
    known.set(from, found);
    return found;
  };
}

function numbering(): { readonly of: (name: string) => number; readonly names: () => Iterable<string> } {
  const numbers = new Map<string, number>();
  return {
    of: (name) => {
      const number = numbers.get(name) ?? numbers.size;
      numbers.set(name, number);
      return number;
    },
    names: () => numbers.keys(),
  };
}
