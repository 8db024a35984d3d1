import { z } from 'zod';
import { ObjectIdSchema } from '#shared/kernel/ids.ts';
import { InstantSchema, LanguageSchema, NameSchema, UrlTextSchema } from '../fields.ts';
import { EdtfDateSchema } from '../moment/edtf-date.ts';
import { ReliabilitySchema } from '../rating/admiralty.ts';

export const sourceKinds = ['article', 'post', 'image', 'video', 'document', 'broadcast', 'testimony', 'other'] as const;
export const SourceKindSchema = z.enum(sourceKinds);
export type SourceKind = z.infer<typeof SourceKindSchema>;

/** What the analyst writes down of a source. */
export const SourceFieldsSchema = z.object({
  kind: SourceKindSchema,
  title: NameSchema,
  publisher: NameSchema.nullable(),
  author: NameSchema.nullable(),
  publishedAt: EdtfDateSchema.nullable(),
  language: LanguageSchema.nullable(),
  /** Text only, never fetched. */
  url: UrlTextSchema.nullable(),
  edition: NameSchema.nullable(),
  /** Whom it relays: another source of the case, or nobody known. Sources with one origin are not independent. */
  originId: ObjectIdSchema.nullable(),
});
export type SourceFields = z.infer<typeof SourceFieldsSchema>;

/** A thing that says or shows something. */
export const SourceSchema = z
  .object({
    id: ObjectIdSchema,
    ...SourceFieldsSchema.shape,
    reliability: ReliabilitySchema.nullable(),
    addedAt: InstantSchema,
  })
  .readonly();
export type Source = z.infer<typeof SourceSchema>;
