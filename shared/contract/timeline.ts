import { z } from 'zod';
import { timelineColumns } from '../domain/case/list-columns.ts';
import { FindingSchema } from '../domain/claim/claim.ts';
import { message } from './message.ts';
import { mostRows, orderMessage } from './ordered-list.ts';

/** What a date is of: when something is said to have happened, when it was said, when it was published. */
export const timelineSenses = ['event', 'said', 'published'] as const;
export type TimelineSense = (typeof timelineSenses)[number];

/** One date of one object. A claim has up to two of them. */
export const TimelineRowSchema = z.object({
  /** Names the row: sense and object. */
  key: z.string(),
  objectId: z.string(),
  kind: z.enum(['claim', 'source']),
  sense: z.enum(timelineSenses),
  /** EDTF, as it was stated. */
  date: z.string(),
  label: z.string(),
  /** Who asserts the claim, or who published the source; empty when not known. */
  actor: z.string(),
  /** Title of the source it comes from; empty for a claim without evidence. */
  source: z.string(),
  finding: FindingSchema.nullable(),
  /** Claims that speak against it. */
  against: z.array(z.string()),
});
export type TimelineRow = z.infer<typeof TimelineRowSchema>;

const TimelineBarSchema = z.object({ place: z.int().min(0), row: TimelineRowSchema, clashes: z.array(z.int().min(0)) });
export type TimelineBar = z.infer<typeof TimelineBarSchema>;

/** What the lanes of the chart stand for. */
export const laneSorts = ['actor', 'source', 'type'] as const;
export type LanesBy = (typeof laneSorts)[number];
/** What the chart is drawn from, date by date in the order of time: which of `dates` each is, the number of its lane, and its sense among all. */
export const TimelineChartSchema = z.object({
  dates: z.array(z.string()),
  dateOf: z.array(z.int()),
  laneOf: z.array(z.int()),
  senseOf: z.array(z.int().min(0).max(2)),
});
export type TimelineChartAnswer = z.infer<typeof TimelineChartSchema>;

export const timelineQueries = {
  /** Dates as their list shows them, the earliest first unless sorted. */
  'timeline/order': orderMessage(timelineColumns, TimelineRowSchema, { byRole: z.boolean().optional() }),
  /** The dates at some places of the order of time, and the places of those that speak against each. */
  'timeline/bars': message(z.object({ places: z.array(z.int().min(0)).max(mostRows) }).strict(), z.array(TimelineBarSchema)),
  'timeline/chart': message(z.object({ lanesBy: z.enum(laneSorts) }).strict(), TimelineChartSchema),
  /** Every date of the case, the earliest first; what has no beginning comes before what has one. */
  'timeline/list': message(z.object({}).strict(), z.array(TimelineRowSchema)),
};
