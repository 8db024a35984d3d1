import { z } from 'zod';
import { BlobIdSchema, ObjectIdSchema } from '#shared/kernel/ids.ts';
import { InstantSchema, NameSchema, Sha256Schema } from '../fields.ts';
import { AtRiskMarkSchema } from './at-risk.ts';
import { MarkedPlaceSchema } from './marked-place.ts';
import { SheetsSchema } from './sheets.ts';

export const evidenceKinds = ['article', 'post', 'image', 'video', 'document', 'other'] as const;
export const EvidenceKindSchema = z.enum(evidenceKinds);
export type EvidenceKind = z.infer<typeof EvidenceKindSchema>;

/** A sealed blob that was derived in the quarantine from the original bytes; SHA-256 is of its own bytes. */
export const DerivedBlobSchema = z.object({ blob: BlobIdSchema, mime: z.string(), bytes: z.int().min(0), sha256: Sha256Schema }).readonly();
export type DerivedBlob = z.infer<typeof DerivedBlobSchema>;

/** Picture re-encoded from pixels, so that no metadata and no hostile byte of the original survives. Sizes in pixels. */
export const PictureCopySchema = DerivedBlobSchema.unwrap()
  .extend({ width: z.int().min(1), height: z.int().min(1) })
  .readonly();
export type PictureCopy = z.infer<typeof PictureCopySchema>;

/** One thing the file says of itself, kept with where it was found; candidates may disagree, and the analyst decides. */
export const FoundFieldSchema = z.object({ field: z.string().max(80), value: z.string().max(4_000), where: z.string().max(200) }).readonly();
export type FoundField = z.infer<typeof FoundFieldSchema>;

/** What intake noticed; a key of the wording table. */
const intakeWarnings = [
  'lying-extension',
  'encoding-guessed',
  'encoding-replaced-characters',
  'name-cleaned',
  'scripts-removed',
  'remote-references-inert',
  'picture-too-large',
  'picture-unreadable',
  'first-frame-only',
  'text-cut',
  'quarantine-refused',
  'companion-missing',
  'record-rebuilt',
  'pages-cut',
  'document-unreadable',
  'document-locked',
  'document-too-large',
] as const;
export const IntakeWarningSchema = z.enum(intakeWarnings);
export type IntakeWarning = z.infer<typeof IntakeWarningSchema>;

/** What was taken out of an item so that it may leave: how many regions, passages or stretches, why, and on which legal basis. What was there is not kept here. */
export const RedactionSchema = z
  .object({
    sort: z.enum(['picture', 'text', 'recording', 'still', 'metadata']),
    parts: z.int().min(0),
    reason: z.string().min(1).max(2_000),
    legalBasis: z.string().max(2_000).nullable(),
  })
  .readonly();
export type Redaction = z.infer<typeof RedactionSchema>;

export const mostPlaces = 500;

/** An exhibit: bytes taken into the case, never changed. */
export const EvidenceItemSchema = z
  .object({
    id: ObjectIdSchema,
    kind: EvidenceKindSchema,
    /** Berkeley Protocol: the evidentiary copy is kept apart from working copies and derivatives. */
    role: z.enum(['evidentiary', 'working', 'derivative']),
    /** Name as given, made safe to show; never used as a path. */
    name: NameSchema,
    /** By content, not by extension. */
    mime: z.string().max(120),
    bytes: z.int().min(0),
    sha256: Sha256Schema,
    blob: BlobIdSchema,
    sourceId: ObjectIdSchema,
    takenInAt: InstantSchema,
    takenInBy: z.string(),
    /** Program and version that took it in. */
    tool: z.string(),
    derivedFrom: z.object({ evidenceId: ObjectIdSchema, transform: z.string(), redaction: RedactionSchema.optional() }).readonly().nullable(),
    atRisk: z.array(AtRiskMarkSchema).readonly(),
    legalBasis: z.string().max(2_000).nullable(),
    /** Plain text that can be quoted: UTF-8, `\n` line ends; `encoding` is what the original was read as. */
    text: DerivedBlobSchema.unwrap()
      .extend({ characters: z.int().min(0), language: z.string().max(35).nullable(), encoding: z.string().max(40).nullable() })
      .readonly()
      .nullable(),
    /** The page as saved, sanitised, for the sandboxed viewer. */
    page: DerivedBlobSchema.nullable(),
    /** `width` and `height` are of the original, upright; `display` is at most 4,096 pixels on its long side, `figure` 1,000. */
    picture: z
      .object({ width: z.int().min(1), height: z.int().min(1), display: PictureCopySchema, figure: PictureCopySchema })
      .readonly()
      .nullable(),
    found: z.array(FoundFieldSchema).max(500).readonly(),
    warnings: z.array(IntakeWarningSchema).readonly(),
    /** Pages of a paged document; absent for everything else. */
    sheets: SheetsSchema.optional(),
    /** Places the analyst marked in it, without or before any claim; absent when there are none. */
    places: z.array(MarkedPlaceSchema).max(mostPlaces).readonly().optional(),
    /** Who translated it: then the item is a translation of the one it is derived from, line for line, into the language of its text. */
    translator: NameSchema.optional(),
  })
  .readonly();
export type EvidenceItem = z.infer<typeof EvidenceItemSchema>;

/** What an item has while only its bytes are known: nobody marked it, and nothing was read from it. */
export const onlyBytesKnown = {
  derivedFrom: null,
  atRisk: [],
  legalBasis: null,
  text: null,
  page: null,
  picture: null,
  found: [],
  warnings: [],
} as const satisfies Partial<EvidenceItem>;
