import { z } from 'zod';
import { timelineColumns } from '../domain/case/list-columns.ts';
import { FindingSchema } from '../domain/claim/claim.ts';
import { message } from './message.ts';
import { orderMessage } from './ordered-list.ts';

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

/** What the lanes of the chart stand for. */
export const laneSorts = ['actor', 'source', 'type'] as const;
export type LanesBy = (typeof laneSorts)[number];
const Pixels = z.number().min(0);
/** Milliseconds since 1970 in UTC. */
const SpanSchema = z.object({ from: z.number(), to: z.number() }).strict();
const Moment = z.number().nullable();
const Side = z.enum(['stated', 'open', 'unknown']);
/** A date in EDTF and what it says of time, as the domain reads it: a window that has not to read any is there sooner. */
const DateSchema = z.object({
  date: z.string(),
  bounds: z.object({
    earliest: Moment,
    latest: Moment,
    sureFrom: Moment,
    sureTo: Moment,
    start: Side,
    end: Side,
    uncertain: z.boolean(),
    approximate: z.boolean(),
    unspecified: z.boolean(),
  }),
});
/** A bar by its place in the order of time, and where those lie that speak against it. Where it begins follows from its date. */
const TimelineBarSchema = z.object({
  place: z.int().min(0),
  track: z.int().min(0),
  row: TimelineRowSchema,
  clashes: z.array(z.object({ place: z.int().min(0), date: z.string(), y: Pixels })),
});
export type TimelineBar = z.infer<typeof TimelineBarSchema>;
/** `name` is empty where it is not known; of lanes by type it is the sense. */
const TimelineLaneSchema = z.object({ id: z.int().min(0), name: z.string(), top: Pixels, bars: z.array(TimelineBarSchema) });
export type TimelineLane = z.infer<typeof TimelineLaneSchema>;

/**
 * The chart as far as it is in sight. `count` of all dates, `span` what is shown, `whole` what they fill, `height` that of all lanes; `dates` are those named. `chosen` is the date asked
 * for, wherever it is; its `y` is null where it lies outside of the span.
 */
export const TimelineChartSchema = z.object({
  lanesBy: z.enum(laneSorts),
  count: z.int().min(0),
  span: SpanSchema,
  whole: SpanSchema,
  height: Pixels,
  lanes: z.array(TimelineLaneSchema),
  dates: z.array(DateSchema),
  chosen: z.object({ place: z.int().min(0), row: TimelineRowSchema, y: Pixels.nullable() }).nullable(),
});
export type TimelineChartAnswer = z.infer<typeof TimelineChartSchema>;

/** Pixels of the largest screen that is thought of: what is in sight of it is told at once. */
const mostPx = 10_000;
const ChartWishSchema = z
  .object({
    lanesBy: z.enum(laneSorts),
    span: SpanSchema.refine(({ from, to }) => from < to).optional(),
    width: z.int().min(1).max(mostPx),
    view: z
      .object({ from: Pixels, to: Pixels })
      .strict()
      .refine(({ from, to }) => to - from <= mostPx),
    chosen: z.string().max(80).optional(),
  })
  .strict();

export const timelineQueries = {
  /** Dates as their list shows them, the earliest first unless sorted. */
  'timeline/order': orderMessage(timelineColumns, TimelineRowSchema, { byRole: z.boolean().optional() }),
  /** The chart of a span, the whole unless told, in pixels: of that width, between two heights. */
  'timeline/chart': message(ChartWishSchema, TimelineChartSchema),
  /** Every date of the case, the earliest first; what has no beginning comes before what has one. */
  'timeline/list': message(z.object({}).strict(), z.array(TimelineRowSchema)),
};
