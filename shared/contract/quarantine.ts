import { z } from 'zod';
import { RegionSchema } from '../domain/evidence/anchor.ts';
import { FoundFieldSchema, IntakeWarningSchema } from '../domain/evidence/evidence-item.ts';
import { RecordingSpanSchema } from '../domain/evidence/recording-span.ts';
import { mostSheets, SheetWordsSchema } from '../domain/evidence/sheets.ts';

/**
 * What crosses between the case process and the quarantine page, over a MessagePort of their own of which the shell only gives the ends:
 * it outlives the lock, and files or drafts it had carried were found in its memory. Bytes are Uint8Array in both directions.
 */

const BytesSchema = z.instanceof(Uint8Array);

/** Formats the quarantine parses, by content; recordings only to be redacted. Anything else is kept as opaque evidence and never examined. */
export const examinedFormats = ['text', 'html', 'mhtml', 'mail', 'image', 'pdf', 'recording'] as const;
/** Pages drawn at one request, beyond those drawn at intake. */
export const mostSheetsAtOnce = 16;
/** Files attached to one mail that are told and can be taken in. */
export const mostAttached = 200;
/** What is taken out of a recording; `soundOnly`: so is its picture, all of it. */
export const TakeOutSchema = z.object({ spans: z.array(RecordingSpanSchema).max(500).readonly(), soundOnly: z.boolean() }).readonly();
export type TakeOut = z.infer<typeof TakeOutSchema>;

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
    /** Of a paged document that was examined before: nothing but the pictures of these pages, counted from 1. */
    onlySheets: z
      .object({ first: z.int().min(1), count: z.int().min(1).max(mostSheetsAtOnce) })
      .readonly()
      .optional(),
    /** Regions of a picture to fill before anything is encoded: a redaction. Pixels of the upright picture; absent at intake. */
    fill: z.array(RegionSchema).readonly().optional(),
    /** Of a picture: nothing but where faces may be. */
    faces: z.literal(true).optional(),
    /** Of a mail: nothing but the files attached to it. */
    attachments: z.literal(true).optional(),
    /** Of a recording: what is to be taken out. */
    takeOut: TakeOutSchema.optional(),
  })
  .readonly();
export type ExamineJob = z.infer<typeof ExamineJobSchema>;

const PictureBytesSchema = z.object({ mime: z.enum(['image/png', 'image/jpeg']), bytes: BytesSchema, width: z.int(), height: z.int() }).readonly();

/** A box that may hold a face; `score` between 0 and 1. A person decides. */
export const ProposedFaceSchema = RegionSchema.unwrap()
  .extend({ score: z.number().min(0).max(1) })
  .readonly();
export type ProposedFace = z.infer<typeof ProposedFaceSchema>;

/** A recording made anew from its samples and frames, without anything else that its file held. */
export const RedactedRecordingSchema = z
  .object({ mime: z.enum(['audio/wav', 'audio/ogg', 'video/webm']), bytes: BytesSchema, lengthMs: z.int().min(0) })
  .readonly();
export type RedactedRecording = z.infer<typeof RedactedRecordingSchema>;

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
    /** Pages of a paged document: their sizes in points with where their text begins, and pictures of those that were drawn, with the words of each. */
    sheets: z
      .object({
        of: z
          .array(z.object({ w: z.int().min(1), h: z.int().min(1), start: z.int().min(0) }).readonly())
          .max(mostSheets)
          .readonly(),
        drawn: z
          .array(z.object({ page: z.int().min(1), picture: PictureBytesSchema, words: SheetWordsSchema.max(20_000) }).readonly())
          .max(mostSheets)
          .readonly(),
      })
      .readonly()
      .optional(),
    /** Where faces may be, when that was asked: pixels of the upright picture, and how sure the model is. */
    faces: z.array(ProposedFaceSchema).max(200).readonly().optional(),
    /** Files attached to a mail, when those were asked, in its order; the name as it stands there, empty where it has none. */
    attached: z
      .array(z.object({ name: z.string().max(200), bytes: BytesSchema }).readonly())
      .max(mostAttached)
      .readonly()
      .optional(),
    /** The redacted copy of a recording; absent when this engine cannot decode it. */
    recording: RedactedRecordingSchema.optional(),
    found: z.array(FoundFieldSchema).max(500).readonly(),
    warnings: z.array(IntakeWarningSchema).readonly(),
  })
  .readonly();
export type ExamineDraft = z.infer<typeof ExamineDraftSchema>;

/**
 * One job as the quarantine page gets it: everything but bytes. Those it asks for piece by piece as one run, the file
 * and then its companions in this order, because a message of 64 MiB chokes what carries it.
 */
export type JobHeader = Omit<ExamineJob, 'bytes' | 'companions'> & {
  readonly length: number;
  readonly companions: readonly { readonly path: string; readonly length: number }[];
  /** Bytes of one piece; the last is shorter. */
  readonly pieceBytes: number;
};

/** Over the port, one question at a time; the answer ends it. Between them the page may tell how far it is. */
export type PageToJob =
  | { readonly ask: 'job' }
  | { readonly told: number; readonly of: number }
  | { readonly ask: 'piece'; readonly from: number }
  | { readonly answer: PageAnswer };
export type JobToPage = { readonly job: JobHeader } | { readonly piece: Uint8Array };

/** What the page's preload offers it: take the one job it was made for, and answer it once. `draft` is unchecked until the client parses it. */
export type QuarantineBridge = {
  readonly take: () => Promise<JobHeader>;
  /** `pieceBytes` from offset `from` of the file and its companions, joined; fewer at their end. */
  readonly piece: (from: number) => Promise<Uint8Array>;
  /** How far it is, of how much. */
  readonly tell: (told: number, of: number) => void;
  readonly answer: (answer: PageAnswer) => Promise<void>;
};
export type PageAnswer = { readonly ok: true; readonly draft: unknown } | { readonly ok: false; readonly reason: QuarantineFailure };
export type QuarantineFailure = 'timeout' | 'crashed' | 'no-engine';
