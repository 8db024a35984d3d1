import type { TimelineSense } from '#shared/contract/timeline.ts';
import { eachOf } from '#shared/domain/case/objects-of.ts';
import type { EdtfDate } from '#shared/domain/moment/edtf-date.ts';
import { knownBounds } from '#shared/domain/moment/known-bounds.ts';
import type { ReadingDesk } from '../ports.ts';

/** One date of one object; `id` names both. `asserterId` and `evidenceId` (where it rests first) are of claims only. */
export type CaseDate = {
  readonly id: string;
  readonly objectId: string;
  readonly sense: TimelineSense;
  readonly date: EdtfDate;
  readonly asserterId: string | null;
  readonly evidenceId: string | null;
};
/** `places`: where each id stands in the order of time. */
export type CaseDates = { readonly inOrder: readonly CaseDate[]; readonly ids: readonly string[]; readonly places: ReadonlyMap<string, number> };

/** Every date of the case, the earliest first; what has no beginning comes before what has one. Gathered once until claims or sources change. */
export function caseDates(desk: ReadingDesk): CaseDates {
  return desk.kept('dates', ['claims', 'sources'], () => {
    const heads = desk.openCase.heads();
    const dates: { readonly date: CaseDate; readonly at: number }[] = [];
    const orderOf = orders();
    const add = (date: EdtfDate | null, sense: TimelineSense, objectId: string, asserterId: string | null, evidenceId: string | null) => {
      if (date !== null) dates.push({ date: { id: `${sense}:${objectId}`, objectId, sense, date, asserterId, evidenceId }, at: orderOf(date) });
    };
    for (const { id, eventAt, saidAt, asserterId, anchors } of eachOf(heads.claims)) {
      add(eventAt, 'event', id, asserterId, anchors[0]?.evidenceId ?? null);
      add(saidAt, 'said', id, asserterId, anchors[0]?.evidenceId ?? null);
    }
    for (const { id, publishedAt } of eachOf(heads.sources)) add(publishedAt, 'published', id, null, null);
    dates.sort((a, b) => (a.at === b.at ? (a.date.id < b.date.id ? -1 : 1) : a.at - b.at));
    const inOrder = dates.map(({ date }) => date);
    const ids = inOrder.map(({ id }) => id);
    return { inOrder, ids, places: new Map(ids.map((id, place) => [id, place])) };
  });
}

/** What a date is sorted by; many objects share one, and it is read once. */
function orders(): (date: EdtfDate) => number {
  const known = new Map<EdtfDate, number>();
  return (date) => {
    const found = known.get(date);
    if (found !== undefined) return found;
    const { earliest, latest } = knownBounds(date);
    const at = earliest ?? (latest === null ? Number.NEGATIVE_INFINITY : latest - 1e15);
    known.set(date, at);
    return at;
  };
}
