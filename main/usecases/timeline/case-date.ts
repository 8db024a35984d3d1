import type { LanesBy, TimelineSense } from '#shared/contract/timeline.ts';
import type { CaseHeads, ClaimHead } from '#shared/domain/case/case-heads.ts';
import { objectAt } from '#shared/domain/case/find-object.ts';
import type { EdtfDate } from '#shared/domain/moment/edtf-date.ts';
import { knownBounds } from '#shared/domain/moment/known-bounds.ts';
import type { MomentBounds } from '#shared/domain/moment/moment-bounds.ts';
import type { LaidLane } from '#shared/domain/timeline/lay-out-lane.ts';
import { placeIn } from '#shared/kernel/place-in.ts';

/** A date as it is stated, one for all objects that state it. `moment`: what dates are sorted by. */
export type Stated = { readonly date: EdtfDate; readonly bounds: MomentBounds; readonly moment: number };
/** One date of one object; `id` names both. `claim` is null where the object is a source. */
export type CaseDate = {
  readonly id: string;
  readonly objectId: string;
  readonly sense: TimelineSense;
  readonly stated: Stated;
  readonly claim: ClaimHead | null;
} & { [/** Where it lies when lanes stand for that. */ S in LanesBy]: DateGroup | null };
export type Told = Pick<CaseDate, 'objectId' | 'sense' | 'claim'> & { readonly date: EdtfDate };

/** Dates in the order of time whose lane is named after the same object. */
export type DateGroup = { readonly from: string; readonly dates: CaseDate[]; lane: Lane };
/** Groups whose objects are called the same share a lane; `name` is empty when it is not known. */
export type Lane = { readonly name: string; readonly groups: DateGroup[]; drawn: DrawnLane | null };
/** A lane as it was drawn last: its dates, how they lie, the first of them in the span, and where it begins, in pixels. */
export type DrawnLane = { readonly lane: Lane; readonly dates: readonly CaseDate[]; readonly laid: LaidLane; readonly first: CaseDate; top: number };

export function datesOfClaim(claim: ClaimHead): Told[] {
  const { id: objectId, eventAt, saidAt } = claim;
  const told: Told[] = [];
  if (eventAt !== null) told.push({ objectId, sense: 'event', date: eventAt, claim });
  if (saidAt !== null) told.push({ objectId, sense: 'said', date: saidAt, claim });
  return told;
}

export function datesOfSource({ id, publishedAt }: Pick<CaseHeads['sources'][string], 'id' | 'publishedAt'>): Told[] {
  return publishedAt === null ? [] : [{ objectId: id, sense: 'published', date: publishedAt, claim: null }];
}

/** The dates of whatever has this id now. */
export function datesNow(heads: CaseHeads, id: string): Told[] {
  const [claim, source] = [objectAt(heads, 'claim', id), objectAt(heads, 'source', id)];
  return [...(claim ? datesOfClaim(claim) : []), ...(source ? datesOfSource(source) : [])];
}

export function stated(date: EdtfDate): Stated {
  const bounds = knownBounds(date);
  const { earliest, latest } = bounds;
  // What has no beginning comes before what has one.
  return { date, bounds, moment: earliest ?? (latest === null ? Number.NEGATIVE_INFINITY : latest - 1e15) };
}

/** The order of time; within a moment by sense, then by id. */
export function compareDates(one: CaseDate, other: CaseDate): number {
  if (one.stated.moment !== other.stated.moment) return one.stated.moment < other.stated.moment ? -1 : 1;
  if (one.sense !== other.sense) return one.sense < other.sense ? -1 : 1;
  return one.objectId < other.objectId ? -1 : one.objectId > other.objectId ? 1 : 0;
}

/** Where a date stands among dates in the order of time, or would stand. */
export const placeAmong = (inOrder: readonly CaseDate[], date: CaseDate): number => placeIn(inOrder, date, compareDates);

/** Takes dates out of those in the order of time and puts others in. In their place: a copy of a hundred thousand takes a thousand times as long. */
export function changeDates(inOrder: CaseDate[], went: readonly CaseDate[], came: readonly CaseDate[]): void {
  for (const date of went) inOrder.splice(placeAmong(inOrder, date), 1);
  for (const date of came) inOrder.splice(placeAmong(inOrder, date), 0, date);
}
