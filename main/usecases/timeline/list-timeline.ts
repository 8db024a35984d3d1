import { entityName, labelOf, roleOrName } from '#shared/domain/case/label-of.ts';
import type { timelineColumns } from '#shared/domain/case/list-columns.ts';
import { findings } from '#shared/domain/claim/claim.ts';
import { contradictedBy } from '#shared/domain/claim/claim-conflicts.ts';
import { done } from '#shared/kernel/reply.ts';
import { timelineWords } from '#shared/wording/english/views/timeline-words.ts';
import type { QueryUse } from '../handler.ts';
import { labelWords } from '../lists/label-words.ts';
import { type ListPlan, orderList } from '../lists/order-list.ts';
import type { CaseDate } from './case-date.ts';
import { caseDates, gatheredDates } from './case-dates.ts';
import { actorOf, timelineRowsAt } from './timeline-rows.ts';

/** With names, or with the role of whom goes by one: then no place of a row tells the name behind it. */
const planOf = (byRole: boolean): ListPlan<CaseDate, (typeof timelineColumns)[number]> => ({
  name: byRole ? 'timeline by role' : 'timeline',
  rows: {
    reads: ['claims', 'sources'],
    all: (desk) => [...caseDates(desk).inOrder()],
    ids: (desk) => caseDates(desk).ids(),
    count: (desk) => caseDates(desk).inOrder().length,
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

export const orderTimeline: QueryUse<'timeline/order'> = async (desk, { byRole = false, ...wish }) => {
  await gatheredDates(desk);
  return done(await orderList(desk, byRole ? behindRoles : named, wish, (at, ids) => timelineRowsAt(at, caseDates(at), ids)));
};
/** Every date of the case in its order, as the command line prints it. */
export const listTimeline: QueryUse<'timeline/list'> = async (desk) => {
  const dates = await gatheredDates(desk);
  return done(timelineRowsAt(desk, dates, dates.ids()));
};
