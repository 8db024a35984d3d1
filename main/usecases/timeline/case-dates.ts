import { type TimelineSense, timelineSenses } from '#shared/contract/timeline.ts';
import type { ClaimHead } from '#shared/domain/case/case-heads.ts';
import { eachOf } from '#shared/domain/case/objects-of.ts';
import type { EdtfDate } from '#shared/domain/moment/edtf-date.ts';
import { knownBounds } from '#shared/domain/moment/known-bounds.ts';
import type { ReadingDesk } from '../ports/desk.ts';

/** One date of one object; `id` names both. `claim` is null where the object is a source. */
export type CaseDate = {
  readonly id: string;
  readonly objectId: string;
  readonly sense: TimelineSense;
  readonly date: EdtfDate;
  readonly claim: ClaimHead | null;
};
/** `placeOf`: where an id stands in the order of time. */
export type CaseDates = { readonly inOrder: readonly CaseDate[]; readonly ids: readonly string[]; readonly placeOf: (id: string) => number | undefined };

/** Every date of the case, the earliest first; what has no beginning comes before what has one. Gathered once until claims or sources change. */
export function caseDates(desk: ReadingDesk): CaseDates {
  return desk.kept('dates', ['claims', 'sources'], () => {
    const heads = desk.openCase.heads();
    const { add, inOrder } = byMoment();
    for (const claim of eachOf(heads.claims)) {
      const { eventAt, saidAt } = claim;
      if (eventAt !== null) add('event', claim.id, eventAt, claim);
      if (saidAt !== null) add('said', claim.id, saidAt, claim);
    }
    for (const source of eachOf(heads.sources)) {
      const { publishedAt } = source;
      if (publishedAt !== null) add('published', source.id, publishedAt, null);
    }
    const dates = inOrder();
    const ids = dates.map(({ id }) => id);
    let places: Map<string, number> | null = null;
    return {
      inOrder: dates,
      ids,
      placeOf: (id) => {
        places ??= new Map(ids.map((each, place) => [each, place]));
        return places.get(id);
      },
    };
  });
}

type Gathered = { readonly [S in TimelineSense]: CaseDate[] };
const sensesInOrder = timelineSenses.toSorted();

/** Dates by what they are sorted by: of a hundred thousand few differ, and only those are compared. Within a moment the order is that of ids. */
function byMoment(): {
  readonly add: (sense: TimelineSense, objectId: string, date: EdtfDate, claim: ClaimHead | null) => void;
  readonly inOrder: () => CaseDate[];
} {
  const known = new Map<EdtfDate, Gathered>();
  const moments = new Map<number, Gathered>();
  const gatheredAt = (date: EdtfDate): Gathered => {
    const moment = orderOf(date);
    const found = moments.get(moment) ?? { event: [], said: [], published: [] };
    moments.set(moment, found);
    known.set(date, found);
    return found;
  };
  return {
    add: (sense, objectId, date, claim) => {
      (known.get(date) ?? gatheredAt(date))[sense].push({ id: `${sense}:${objectId}`, objectId, sense, date, claim });
    },
    inOrder: () => {
      const all: CaseDate[] = [];
      for (const moment of [...moments.keys()].sort((a, b) => (a < b ? -1 : 1))) {
        for (const sense of sensesInOrder) for (const date of sortedById(moments.get(moment)?.[sense] ?? [])) all.push(date);
      }
      return all;
    },
  };
}

/** Objects are mostly met in the order of their ids. */
function sortedById(dates: CaseDate[]): readonly CaseDate[] {
  const sorted = dates.every((date, at) => at === 0 || (dates[at - 1]?.objectId ?? '') < date.objectId);
  return sorted ? dates : dates.sort((a, b) => (a.objectId < b.objectId ? -1 : 1));
}

function orderOf(date: EdtfDate): number {
  const { earliest, latest } = knownBounds(date);
  return earliest ?? (latest === null ? Number.NEGATIVE_INFINITY : latest - 1e15);
}
