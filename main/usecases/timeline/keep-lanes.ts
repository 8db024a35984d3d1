import type { LanesBy } from '#shared/contract/timeline.ts';
import { objectAt } from '#shared/domain/case/find-object.ts';
import type { ReadingDesk } from '../ports/desk.ts';
import { type CaseDate, changeDates, type DateGroup, type Lane } from './case-date.ts';
import type { Changes } from './keep-dates.ts';
import { actorOf, sourceOf } from './timeline-rows.ts';

/** In which lane each date lies, kept up with edits. */
export type KeptLanes = {
  /** Takes dates that come in the order of time, a piece at each step; once, and what changes meanwhile is taken at its end. */
  readonly fill: (desk: ReadingDesk, inOrder: readonly CaseDate[]) => Iterable<void>;
  readonly change: (desk: ReadingDesk, changes: Changes) => void;
};
/** Told of each lane whose dates are not those it had, and of each that is gone. */
export type LanesWatch = { readonly changed: (lane: Lane) => void; readonly gone: (lane: Lane) => void };

export function keepLanes(lanesBy: LanesBy, watch: LanesWatch): KeptLanes {
  const lanes = new Map<string, Lane>();
  const groups = new Map<string, DateGroup>();
  const restingOn = new Map<string, Set<DateGroup>>();
  let waiting: Changes[] | null = [];

  const laneNamed = (name: string): Lane => {
    const lane = lanes.get(name) ?? { name, groups: [], drawn: null };
    lanes.set(name, lane);
    return lane;
  };
  const leave = (group: DateGroup): void => {
    const { lane } = group;
    lane.groups.splice(lane.groups.indexOf(group), 1);
    if (lane.groups.length > 0) watch.changed(lane);
    else {
      lanes.delete(lane.name);
      watch.gone(lane);
    }
  };
  const enter = (group: DateGroup, lane: Lane): void => {
    group.lane = lane;
    lane.groups.push(group);
    watch.changed(lane);
  };
  /** An exhibit gives its lane the name of its source, which changes without it. */
  const rest = (desk: ReadingDesk, group: DateGroup): void => {
    const on = lanesBy === 'source' ? objectAt(desk.openCase.heads(), 'evidence', group.from)?.sourceId : undefined;
    if (on !== undefined) restingOn.set(on, (restingOn.get(on) ?? new Set<DateGroup>()).add(group));
  };
  const groupFor = (desk: ReadingDesk, date: CaseDate): DateGroup => {
    const from = fromOf(lanesBy, date);
    const found = groups.get(from);
    if (found) return found;
    const lane = laneNamed(nameOf(desk, lanesBy, date));
    const group: DateGroup = { from, dates: [], lane };
    groups.set(from, group);
    enter(group, lane);
    rest(desk, group);
    return group;
  };
  const nameAnew = (desk: ReadingDesk, group: DateGroup): void => {
    const [first] = group.dates;
    // One without dates is no more.
    if (!first) return;
    rest(desk, group);
    const name = nameOf(desk, lanesBy, first);
    if (name === group.lane.name) return;
    leave(group);
    enter(group, laneNamed(name));
  };

  const change = (desk: ReadingDesk, { ids, went, came }: Changes): void => {
    const touched = new Map<DateGroup, { readonly went: CaseDate[]; readonly came: CaseDate[] }>();
    const touch = (group: DateGroup) => {
      const found = touched.get(group) ?? { went: [], came: [] };
      touched.set(group, found);
      return found;
    };
    for (const date of went) {
      const group = date[lanesBy];
      if (group) touch(group).went.push(date);
    }
    for (const date of came) {
      const group = groupFor(desk, date);
      touch(group).came.push(date);
      date[lanesBy] = group;
    }
    for (const [group, { went: left, came: entered }] of touched) {
      changeDates(group.dates, left, entered);
      watch.changed(group.lane);
      if (group.dates.length > 0) continue;
      groups.delete(group.from);
      leave(group);
    }
    for (const id of ids) for (const group of [groups.get(id) ?? [], ...(restingOn.get(id) ?? [])].flat()) nameAnew(desk, group);
  };

  return {
    *fill(desk, inOrder) {
      for (const date of inOrder) {
        const group = groupFor(desk, date);
        group.dates.push(date);
        date[lanesBy] = group;
        yield;
      }
      for (const changes of waiting ?? []) change(desk, changes);
      waiting = null;
    },
    change: (desk, changes) => {
      if (waiting) waiting.push(changes);
      else change(desk, changes);
    },
  };
}

/** The object that the lane of a date is named after; empty where there is none. */
function fromOf(lanesBy: LanesBy, { sense, objectId, claim }: CaseDate): string {
  if (lanesBy === 'type') return sense;
  if (claim === null) return objectId;
  return (lanesBy === 'actor' ? claim.asserterId : claim.anchors[0]?.evidenceId) ?? '';
}

function nameOf(desk: ReadingDesk, lanesBy: LanesBy, date: CaseDate): string {
  if (lanesBy === 'type') return date.sense;
  return lanesBy === 'actor' ? actorOf(desk, date) : sourceOf(desk, date);
}
