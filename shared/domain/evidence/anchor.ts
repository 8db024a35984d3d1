import { z } from 'zod';
import { ObjectIdSchema } from '#shared/kernel/ids.ts';

/** Pixels of the picture as decoded and upright, from the top left corner; media fragment `xywh=pixel:` (W3C Media Fragments 1.0). */
export const RegionSchema = z.object({ x: z.int().min(0), y: z.int().min(0), w: z.int().min(1), h: z.int().min(1) }).readonly();
export type Region = z.infer<typeof RegionSchema>;

/** Quote in the extracted text of an evidence item: TextQuoteSelector and TextPositionSelector (W3C Web Annotation). Offsets are UTF-16 code units. */
export const QuoteAnchorSchema = z
  .object({
    sort: z.literal('quote'),
    evidenceId: ObjectIdSchema,
    exact: z.string().min(1).max(20_000),
    prefix: z.string().max(64),
    suffix: z.string().max(64),
    start: z.int().min(0),
    end: z.int().min(1),
  })
  .readonly();
export const RegionAnchorSchema = z.object({ sort: z.literal('region'), evidenceId: ObjectIdSchema, region: RegionSchema }).readonly();
export const WholeAnchorSchema = z.object({ sort: z.literal('whole'), evidenceId: ObjectIdSchema }).readonly();

/** A page of a paged document, counted from 1: all of it, or a region in points of the page (1/72 inch) as it is shown upright, from the top left corner. */
export const PageAnchorSchema = z
  .object({ sort: z.literal('page'), evidenceId: ObjectIdSchema, page: z.int().min(1).max(100_000), region: RegionSchema.nullable() })
  .readonly();
/** A moment of a recording, or a stretch up to `to`, in milliseconds from its beginning (`t=npt:`, W3C Media Fragments 1.0). */
export const TimeAnchorSchema = z
  .object({ sort: z.literal('time'), evidenceId: ObjectIdSchema, from: z.int().min(0), to: z.int().min(1).nullable() })
  .readonly();

/** A place inside evidence. */
export const AnchorSchema = z.discriminatedUnion('sort', [QuoteAnchorSchema, RegionAnchorSchema, PageAnchorSchema, TimeAnchorSchema, WholeAnchorSchema]);
export type Anchor = z.infer<typeof AnchorSchema>;
export type QuoteAnchor = z.infer<typeof QuoteAnchorSchema>;
