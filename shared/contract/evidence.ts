import { z } from 'zod';
import { evidenceColumns } from '../domain/case/list-columns.ts';
import { AtRiskMarkSchema } from '../domain/evidence/at-risk.ts';
import { EvidenceItemSchema, EvidenceKindSchema } from '../domain/evidence/evidence-item.ts';
import { SheetWordsSchema } from '../domain/evidence/sheets.ts';
import { LanguageSchema, NameSchema, UrlTextSchema } from '../domain/fields.ts';
import { EdtfDateSchema } from '../domain/moment/edtf-date.ts';
import { ObjectIdSchema } from '../kernel/ids.ts';
import { AnchorInputSchema } from './claims.ts';
import { message } from './message.ts';
import { orderMessage, rowsMessage } from './ordered-list.ts';
import { mostSheetsAtOnce } from './quarantine.ts';
import { WatchedHereSchema } from './watch.ts';

/**
 * A file to take in. `path` comes only from the command line or from the shell, which puts it in place of a `ticket` that
 * its own dialog gave out; the gate refuses a `path` sent by a page.
 */
export const FileToTakeInSchema = z.discriminatedUnion('from', [
  z.object({ from: z.literal('path'), path: z.string().min(1) }).strict(),
  z.object({ from: z.literal('ticket'), ticket: z.string().min(1) }).strict(),
  z.object({ from: z.literal('bytes'), name: z.string().min(1).max(1_000), bytes: z.instanceof(Uint8Array) }).strict(),
  z.object({ from: z.literal('text'), name: NameSchema, text: z.string().max(20_000_000) }).strict(),
]);
export type FileToTakeIn = z.infer<typeof FileToTakeInSchema>;

/** What became of one file: taken in, or told why not. `item` counts from 1. */
export const TakenInSchema = z.discriminatedUnion('outcome', [
  /** `watched`: the watch terms that stand in its text. */
  z.object({ outcome: z.literal('taken-in'), item: z.int(), evidence: EvidenceItemSchema, watched: z.array(WatchedHereSchema) }),
  /** The same bytes are in the case already, as this item; nothing was stored. */
  z.object({ outcome: z.literal('already-there'), item: z.int(), evidence: EvidenceItemSchema }),
  z.object({ outcome: z.literal('refused'), item: z.int(), problem: z.custom<import('../kernel/problem.ts').Problem>() }),
]);
export type TakenIn = z.infer<typeof TakenInSchema>;

/** Row of a list: the head of an evidence item. */
export const EvidenceRowSchema = EvidenceItemSchema.unwrap().omit({ found: true, text: true, page: true, picture: true, sheets: true, places: true }).extend({
  /** Of its text, when it has one. */
  language: z.string().nullable(),
  pages: z.int(),
  hasText: z.boolean(),
  hasPage: z.boolean(),
  hasPicture: z.boolean(),
  sourceTitle: z.string(),
  claims: z.int(),
});
export type EvidenceRow = z.infer<typeof EvidenceRowSchema>;

const placeWords = {
  label: NameSchema.nullable().optional(),
  transcription: z.string().max(20_000).nullable().optional(),
  language: LanguageSchema.nullable().optional(),
};

export const evidenceCommands = {
  'evidence/take-in': message(
    z
      .object({
        jobId: z.string().min(1).max(64),
        files: z.array(FileToTakeInSchema).min(1).max(1_000),
        kind: EvidenceKindSchema.optional(),
        url: UrlTextSchema.optional(),
        publisher: NameSchema.optional(),
        author: NameSchema.optional(),
        title: NameSchema.optional(),
        published: EdtfDateSchema.optional(),
        language: LanguageSchema.optional(),
        /** WHATWG label of the encoding, when detection was wrong. */
        encoding: z.string().max(40).optional(),
        /** An existing source these files belong to; otherwise each file gets a source of its own. */
        sourceId: ObjectIdSchema.optional(),
      })
      .strict(),
    z.array(TakenInSchema),
  ),
  'evidence/mark-at-risk': message(
    z.object({ id: ObjectIdSchema, marks: z.array(AtRiskMarkSchema), legalBasis: z.string().max(2_000).nullable().optional() }).strict(),
    z.object({}),
  ),
  'evidence/edit': message(
    z.object({ id: ObjectIdSchema, name: NameSchema.optional(), kind: EvidenceKindSchema.optional(), sourceId: ObjectIdSchema.optional() }).strict(),
    z.object({}),
  ),
  /** Takes in a file that was made out of an item of the case (a frame of a video, a cut, an enhanced copy); `transform` says how. */
  'evidence/derive': message(
    z
      .object({
        jobId: z.string().min(1).max(64),
        fromId: ObjectIdSchema,
        transform: z.string().trim().min(1).max(500),
        file: FileToTakeInSchema,
        kind: EvidenceKindSchema.optional(),
      })
      .strict(),
    TakenInSchema,
  ),
  /** Takes in the files attached to a mail, each as a derivative of it; refused `no-attachments` for anything else. Outcomes in the order of the mail. */
  'evidence/take-out-attachments': message(z.object({ jobId: z.string().min(1).max(64), id: ObjectIdSchema }).strict(), z.array(TakenInSchema)),
  /**
   * Keeps a translation of an item's text as a derivative of its own, linked *translates*. One line for each line of the original, empty
   * where it is not translated yet; refused `not-line-for-line` otherwise. `replacesId` is an earlier translation that this one supersedes.
   */
  'evidence/translate': message(
    z
      .object({
        id: ObjectIdSchema,
        language: LanguageSchema,
        translator: NameSchema,
        lines: z.array(z.string().max(100_000)).min(1).max(100_000),
        replacesId: ObjectIdSchema.optional(),
      })
      .strict(),
    z.object({ id: ObjectIdSchema }),
  ),
  /** Marks a place, without any claim: a kept quote, a region with its label, what is written or said there. */
  'evidence/mark-place': message(z.object({ anchor: AnchorInputSchema, ...placeWords }).strict(), z.object({ placeId: ObjectIdSchema })),
  'evidence/edit-place': message(z.object({ id: ObjectIdSchema, placeId: ObjectIdSchema, ...placeWords }).strict(), z.object({})),
  'evidence/unmark-place': message(z.object({ id: ObjectIdSchema, placeId: ObjectIdSchema }).strict(), z.object({})),
  /** Draws pages of a paged document that were not drawn at intake, and keeps their pictures. */
  'evidence/draw-pages': message(
    z.object({ id: ObjectIdSchema, first: z.int().min(1), count: z.int().min(1).max(mostSheetsAtOnce) }).strict(),
    z.object({ drawn: z.int() }),
  ),
  /** Removes the item from the case record; refused `cited-elsewhere` while a claim, link, note or dossier cites it. The sealed bytes stay until the case is compacted. */
  'evidence/remove': message(z.object({ id: ObjectIdSchema, reason: z.string().min(1).max(2_000) }).strict(), z.object({})),
  /** Writes the original bytes of one item outside the case, with a custody entry. `to` as in {@link FileToTakeInSchema}. */
  'evidence/export': message(
    z
      .object({
        id: ObjectIdSchema,
        to: z.discriminatedUnion('from', [
          z.object({ from: z.literal('path'), path: z.string().min(1) }),
          z.object({ from: z.literal('ticket'), ticket: z.string().min(1) }),
        ]),
        reason: z.string().max(2_000).nullable().optional(),
      })
      .strict(),
    z.object({ path: z.string(), bytes: z.int(), sha256: z.string() }),
  ),
  /** Writes *viewed* to the custody log; the desk sends it once per opening of an item. */
  'evidence/record-viewing': message(z.object({ id: ObjectIdSchema }).strict(), z.object({})),
};
export const evidenceQueries = {
  'evidence/list': message(z.object({}).strict(), z.array(EvidenceRowSchema)),
  /** What was made of an item: translations, frames, redacted copies; in the order it was made. */
  'evidence/derived': message(z.object({ id: ObjectIdSchema }).strict(), z.array(EvidenceRowSchema)),
  /** Evidence in the order it was taken in. */
  'evidence/order': orderMessage(evidenceColumns, EvidenceRowSchema),
  'evidence/rows': rowsMessage(EvidenceRowSchema),
  /** Where the words of a page stand; null while the page was not drawn. */
  'evidence/page-words': message(z.object({ id: ObjectIdSchema, page: z.int().min(1) }).strict(), z.object({ words: SheetWordsSchema.nullable() })),
  'evidence/show': message(z.object({ id: ObjectIdSchema }).strict(), EvidenceItemSchema),
  /** The extracted text from `offset` (UTF-16 code units), at most 2,000,000 characters. */
  'evidence/text': message(z.object({ id: ObjectIdSchema }).strict(), z.object({ text: z.string(), language: z.string().nullable() })),
};
