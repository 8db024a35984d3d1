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

/** A place inside evidence. */
export const AnchorSchema = z.discriminatedUnion('sort', [QuoteAnchorSchema, RegionAnchorSchema, WholeAnchorSchema]);
export type Anchor = z.infer<typeof AnchorSchema>;
export type QuoteAnchor = z.infer<typeof QuoteAnchorSchema>;
export type RegionAnchor = z.infer<typeof RegionAnchorSchema>;
