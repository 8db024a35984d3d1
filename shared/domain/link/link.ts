import { z } from 'zod';
import { ObjectIdSchema } from '#shared/kernel/ids.ts';
import { AnchorSchema } from '../evidence/anchor.ts';
import { InstantSchema, WritingSchema } from '../fields.ts';
import { CredibilitySchema } from '../rating/admiralty.ts';

export const linkTypes = [
  'supports',
  'contradicts',
  'refutes',
  'corroborates',
  'depicts',
  'mentions',
  'quotes',
  'translates',
  'derived-from',
  'same-origin-as',
  'supersedes',
  'located-at',
  'part-of',
  'same-as',
  'maybe-same-as',
  'not-same-as',
] as const;
export const LinkTypeSchema = z.enum(linkTypes);
export type LinkType = z.infer<typeof LinkTypeSchema>;

/** Typed, directed, between any two objects of the case. */
export const LinkSchema = z
  .object({
    id: ObjectIdSchema,
    fromId: ObjectIdSchema,
    type: LinkTypeSchema,
    toId: ObjectIdSchema,
    rationale: WritingSchema.nullable(),
    anchor: AnchorSchema.nullable(),
    grade: CredibilitySchema.nullable(),
    at: InstantSchema,
    by: z.string(),
  })
  .readonly();
export type Link = z.infer<typeof LinkSchema>;
