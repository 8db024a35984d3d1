import { z } from 'zod';
import { RegionSchema } from '../domain/evidence/anchor.ts';
import { areSpansSound, RecordingSpanSchema } from '../domain/evidence/recording-span.ts';
import { NameSchema } from '../domain/fields.ts';
import { ObjectIdSchema } from '../kernel/ids.ts';
import { message } from './message.ts';
import { ProposedFaceSchema } from './quarantine.ts';

/** `name` of the copy: nothing of the original's name is taken over, since that can tell what is taken out. */
const why = { name: NameSchema.optional(), reason: z.string().trim().min(1).max(2_000), legalBasis: z.string().trim().max(2_000).nullable().optional() };

export const redactionCommands = {
  /** Makes a copy of a picture with regions filled, as an item of its own. Without regions only its metadata stays behind. Pixels of the upright original. */
  'evidence/redact-picture': message(
    z.object({ jobId: z.string().min(1).max(64), id: ObjectIdSchema, regions: z.array(RegionSchema).max(500), ...why }).strict(),
    z.object({ id: ObjectIdSchema }),
  ),
  /**
   * Boxes on a picture that may hold faces, the surest first, in pixels of the upright original: proposed by a small model in the quarantine, for a
   * person to take or drop. Nothing is changed. Refused `no-picture`, and `quarantine-failed` when it took too long.
   */
  'evidence/propose-faces': message(z.object({ id: ObjectIdSchema }).strict(), z.object({ faces: z.array(ProposedFaceSchema) })),
  /**
   * Makes a copy of a recording with stretches silenced, under a tone, blank or covered in regions, as an item of its own. Without stretches only its
   * metadata and further tracks stay behind. `soundOnly`: its picture too. Refused `no-recording`, `recording-too-long` (256 MiB), `recording-unreadable`
   * when this engine cannot decode it, `quarantine-failed`.
   */
  'evidence/redact-recording': message(
    z
      .object({
        jobId: z.string().min(1).max(64),
        id: ObjectIdSchema,
        spans: z.array(RecordingSpanSchema).max(500).refine(areSpansSound, 'stretches that end after they begin, and take something out'),
        soundOnly: z.boolean().default(false),
        ...why,
      })
      .strict(),
    z.object({ id: ObjectIdSchema }),
  ),
  /**
   * Makes a copy of an item's text with passages replaced by roles. `people`: so is every name of somebody whose role stands for them, wherever
   * it is found. Offsets are UTF-16 code units of the extracted text. `replaced` counts both.
   */
  'evidence/redact-text': message(
    z
      .object({
        jobId: z.string().min(1).max(64),
        id: ObjectIdSchema,
        passages: z.array(z.object({ start: z.int().min(0), end: z.int().min(1), role: NameSchema }).strict()).max(5_000),
        people: z.boolean(),
        ...why,
      })
      .strict(),
    z.object({ id: ObjectIdSchema, replaced: z.int() }),
  ),
};
