import { z } from 'zod';
import { RegionSchema } from '../domain/evidence/anchor.ts';
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
