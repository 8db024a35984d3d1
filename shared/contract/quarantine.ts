import { z } from 'zod';
import { FoundFieldSchema, IntakeWarningSchema } from '../domain/evidence/evidence-item.ts';

/** What crosses between the case process and the quarantine page. Bytes are Uint8Array in both directions. */

const BytesSchema = z.instanceof(Uint8Array);

/** Formats the quarantine parses, by content. Anything else is kept as opaque evidence and never examined. */
export const examinedFormats = ['text', 'html', 'image'] as const;
export const ExamineJobSchema = z
  .object({
    format: z.enum(examinedFormats),
    mime: z.string(),
    bytes: BytesSchema,
    /** Address the page was saved from, if the analyst gave it: only to resolve relative links as text. */
    url: z.string().nullable(),
    /** Encoding chosen by the analyst (WHATWG label), or null to detect. */
    encoding: z.string().nullable(),
    /** Companions of a saved page, by relative path, so that its pictures and styles can be inlined. */
    companions: z.array(z.object({ path: z.string(), bytes: BytesSchema })).readonly(),
  })
  .readonly();
export type ExamineJob = z.infer<typeof ExamineJobSchema>;

const PictureBytesSchema = z.object({ mime: z.enum(['image/png', 'image/jpeg']), bytes: BytesSchema, width: z.int(), height: z.int() }).readonly();

/** What examination brought out. The case process checks it again: the page is not trusted. */
export const ExamineDraftSchema = z
  .object({
    /** Main text in `\n` lines, NFC kept as found; null when there is none. */
    text: z
      .object({ text: z.string().max(20_000_000), language: z.string().max(35).nullable(), encoding: z.string().max(40).nullable() })
      .readonly()
      .nullable(),
    /** Sanitised page, complete HTML document with everything inlined as data: URLs. */
    pageHtml: z.string().nullable(),
    picture: z
      .object({ width: z.int().min(1), height: z.int().min(1), display: PictureBytesSchema, figure: PictureBytesSchema })
      .readonly()
      .nullable(),
    found: z.array(FoundFieldSchema).max(500).readonly(),
    warnings: z.array(IntakeWarningSchema).readonly(),
  })
  .readonly();
export type ExamineDraft = z.infer<typeof ExamineDraftSchema>;

/**
 * One job as the quarantine page gets it: everything but bytes. Those it fetches from its own origin as one run, the file
 * and then its companions in this order (`job/bytes?from=<offset>`), because a message of 64 MiB chokes what carries it.
 */
export type JobHeader = Omit<ExamineJob, 'bytes' | 'companions'> & {
  readonly length: number;
  readonly companions: readonly { readonly path: string; readonly length: number }[];
  /** Bytes of one piece; the last is shorter. */
  readonly pieceBytes: number;
};

/** What the page's preload offers it: take the one job it was made for, and answer it once. `draft` is unchecked until the client parses it. */
export type QuarantineBridge = {
  readonly take: () => Promise<JobHeader>;
  readonly answer: (answer: PageAnswer) => Promise<void>;
};
export type PageAnswer = { readonly ok: true; readonly draft: unknown } | { readonly ok: false; readonly reason: QuarantineFailure };
export type QuarantineFailure = 'timeout' | 'crashed' | 'no-engine';
