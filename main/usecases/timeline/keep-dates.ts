import { type TimelineSense, timelineSenses } from '#shared/contract/timeline.ts';
import type { CaseHeads } from '#shared/domain/case/case-heads.ts';
import { eachOf } from '#shared/domain/case/objects-of.ts';
import type { EdtfDate } from '#shared/domain/moment/edtf-date.ts';
import { type Span, spanOf } from '#shared/domain/timeline/bar-of.ts';
import { type CaseDate, changeDates, datesNow, datesOfClaim, datesOfSource, placeAmong, type Stated, stated, type Told } from './case-date.ts';

/** What became of the dates when the objects of these ids changed. */
export type Changes = { readonly ids: readonly string[]; readonly went: readonly CaseDate[]; readonly came: readonly CaseDate[] };

/** Every date of a case, the earliest first; what has no beginning comes before what has one. */
export type KeptDates = {
  /** As of now; not to be kept across a pause. */
  readonly inOrder: () => readonly CaseDate[];
  readonly ids: () => readonly string[];
  /** Where a date stands in the order of time, by what it is called. */
  readonly placeOf: (id: string) => number | undefined;
  /** The span that all fill. */
  readonly whole: () => Span;
  /** Takes all dates of the case, a piece at each step; once. */
  readonly gather: (heads: CaseHeads) => Iterable<void>;
  /** Takes anew what the objects of these ids state. */
  readonly change: (heads: CaseHeads, ids: readonly string[]) => Changes;
};

const inSteps = 256;

export function keepDates(): KeptDates {
  const bySense: { readonly [S in TimelineSense]: Map<string, CaseDate> } = { event: new Map(), said: new Map(), published: new Map() };
  const known = new Map<EdtfDate, { readonly stated: Stated; objects: number }>();
  const inOrder: CaseDate[] = [];
  let ids: readonly string[] | null = null;
  let whole: Span | null = null;

  const knownAs = (date: EdtfDate) => {
    const found = known.get(date);
    if (found) return found;
    const added = { stated: stated(date), objects: 0 };
    known.set(date, added);
    whole = null;
    return added;
  };
  const take = ({ objectId, sense, date, claim }: Told): CaseDate => {
    const found = knownAs(date);
    found.objects += 1;
    const taken: CaseDate = { id: `${sense}:${objectId}`, objectId, sense, stated: found.stated, claim, actor: null, source: null, type: null };
    bySense[sense].set(objectId, taken);
    return taken;
  };
  const leave = ({ objectId, sense, stated: { date } }: CaseDate): void => {
    bySense[sense].delete(objectId);
    const found = knownAs(date);
    found.objects -= 1;
    if (found.objects > 0) return;
    known.delete(date);
    whole = null;
  };

  return {
    inOrder: () => inOrder,
    ids: () => {
      ids ??= inOrder.map(({ id }) => id);
      return ids;
    },
    placeOf: (id) => {
      const [sense = '', objectId = ''] = id.split(':');
      const date = Object.hasOwn(bySense, sense) ? bySense[sense as TimelineSense].get(objectId) : undefined;
      return date && placeAmong(inOrder, date);
    },
    whole: () => {
      whole ??= spanOf(
        [...known.values()].map(({ stated: { bounds } }) => bounds),
        0,
      );
      return whole;
    },
    *gather(heads) {
      const moments = byMoment();
      // An object that was edited meanwhile may come again.
      const add = (told: Told): void => {
        if (!bySense[told.sense].has(told.objectId)) moments.add(take(told));
      };
      for (const claim of eachOf(heads.claims)) yield datesOfClaim(claim).forEach(add);
      for (const source of eachOf(heads.sources)) yield datesOfSource(source).forEach(add);
      for (const date of moments.inOrder()) if (inOrder.push(date) % inSteps === 0) yield;
    },
    change: (heads, changed) => {
      const went = changed.flatMap((id) => timelineSenses.flatMap((sense) => bySense[sense].get(id) ?? []));
      went.forEach(leave);
      const came = changed.flatMap((id) => datesNow(heads, id)).map(take);
      changeDates(inOrder, went, came);
      if (went.length + came.length > 0) ids = null;
      return { ids: changed, went, came };
    },
  };
}

const sensesInOrder = timelineSenses.toSorted();

/** Dates by what they are sorted by: of a hundred thousand few differ, and only those are compared. Within a moment the order is that of ids. */
function byMoment(): { readonly add: (date: CaseDate) => void; readonly inOrder: () => Iterable<CaseDate> } {
  const moments = new Map<number, { readonly [S in TimelineSense]: CaseDate[] }>();
  return {
    add: (date) => {
      const { moment } = date.stated;
      const found = moments.get(moment) ?? { event: [], said: [], published: [] };
      moments.set(moment, found);
      found[date.sense].push(date);
    },
    *inOrder() {
      for (const moment of [...moments.keys()].sort((a, b) => (a < b ? -1 : 1)))
        for (const sense of sensesInOrder) yield* sortedById(moments.get(moment)?.[sense] ?? []);
    },
  };
}

/** Objects are mostly met in the order of their ids. */
function sortedById(dates: CaseDate[]): readonly CaseDate[] {
  const sorted = dates.every((date, at) => at === 0 || (dates[at - 1]?.objectId ?? '') < date.objectId);
  return sorted ? dates : dates.sort((a, b) => (a.objectId < b.objectId ? -1 : 1));
}
