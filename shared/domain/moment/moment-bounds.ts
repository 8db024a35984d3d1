import edtf from 'edtf';
import type { EdtfDate } from './edtf-date.ts';

/** How a side of a date is left: as stated, going on (`..`), or not known (empty). */
export type Side = 'stated' | 'open' | 'unknown';

/**
 * What an uncertain date says of time, in milliseconds since 1970 in UTC, the end excluded. `earliest` and `latest` are the outermost it can
 * mean, null where it is open or not known. Of an interval, `sureFrom` to `sureTo` is what it covers in any case; null when nothing is.
 */
export type MomentBounds = {
  readonly earliest: number | null;
  readonly latest: number | null;
  readonly sureFrom: number | null;
  readonly sureTo: number | null;
  readonly start: Side;
  readonly end: Side;
  /** `?` or `%`: the source of the date is in doubt. */
  readonly uncertain: boolean;
  /** `~` or `%`: near it, not at it. */
  readonly approximate: boolean;
  /** Digits left open with `X`: somewhere inside. */
  readonly unspecified: boolean;
};

/** The bounds of a date or interval in EDTF (ISO 8601-2:2019). */
export function momentBounds(date: EdtfDate): MomentBounds {
  const [first = '', second] = date.split('/');
  const from = sideOf(first);
  const to = second === undefined ? from : sideOf(second);
  const isInterval = second !== undefined;
  const sureFrom = isInterval ? from.latest : from.earliest;
  const sureTo = isInterval ? to.earliest : from.latest;
  // A side that is open or unknown leaves the whole of the other side in doubt, but for the part that was stated.
  const sure = sureFrom !== null && sureTo !== null && sureFrom < sureTo;
  return {
    earliest: from.earliest,
    latest: to.latest,
    sureFrom: sure ? sureFrom : null,
    sureTo: sure ? sureTo : null,
    start: from.side,
    end: to.side,
    uncertain: /[?%]/.test(date),
    approximate: /[~%]/.test(date),
    unspecified: date.includes('X'),
  };
}

function sideOf(text: string): { readonly side: Side; readonly earliest: number | null; readonly latest: number | null } {
  if (text === '..') return { side: 'open', earliest: null, latest: null };
  if (text === '') return { side: 'unknown', earliest: null, latest: null };
  const clock = /T\d\d:\d\d(:\d\d)?/.exec(text);
  if (clock === null) {
    const { min, max } = edtf(text);
    return { side: 'stated', earliest: min, latest: max + 1 };
  }
  // The package reads a time without a zone in the zone of this computer, and two computers must see the same: UTC, as the form says.
  const zoned = /(Z|[+-]\d\d(:?\d\d)?)[?~%]?$/.test(text.slice(clock.index));
  const { min } = edtf(zoned ? text : `${text}Z`);
  return { side: 'stated', earliest: min, latest: min + (clock[1] === undefined ? 60_000 : 1_000) };
}

/** Whether the date can lie between two moments at all; an open or unknown side can reach anywhere. */
export function canFallWithin(bounds: MomentBounds, from: number | null, to: number | null): boolean {
  if (from !== null && bounds.latest !== null && bounds.latest <= from) return false;
  return to === null || bounds.earliest === null || bounds.earliest < to;
}
