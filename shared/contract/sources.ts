import { z } from 'zod';
import { sourceColumns } from '../domain/case/list-columns.ts';
import { LanguageSchema, NameSchema, UrlTextSchema } from '../domain/fields.ts';
import { EdtfDateSchema } from '../domain/moment/edtf-date.ts';
import { ReliabilitySchema } from '../domain/rating/admiralty.ts';
import { SourceKindSchema, SourceSchema } from '../domain/source/source.ts';
import { ObjectIdSchema } from '../kernel/ids.ts';
import { message } from './message.ts';
import { orderMessage, rowsMessage } from './ordered-list.ts';

const editable = {
  kind: SourceKindSchema,
  title: NameSchema,
  publisher: NameSchema.nullable(),
  author: NameSchema.nullable(),
  publishedAt: EdtfDateSchema.nullable(),
  language: LanguageSchema.nullable(),
  url: UrlTextSchema.nullable(),
  edition: NameSchema.nullable(),
  originId: ObjectIdSchema.nullable(),
};
export const SourceRowSchema = SourceSchema.unwrap().extend({ evidence: z.int(), claims: z.int(), originTitle: z.string().nullable() });
export type SourceRow = z.infer<typeof SourceRowSchema>;

export const sourceCommands = {
  'sources/add': message(z.object(editable).partial().required({ title: true, kind: true }).strict(), z.object({ id: ObjectIdSchema })),
  'sources/edit': message(z.object(editable).partial().extend({ id: ObjectIdSchema }).strict(), z.object({})),
  'sources/rate': message(z.object({ id: ObjectIdSchema, reliability: ReliabilitySchema.nullable() }).strict(), z.object({})),
};
export const sourceQueries = {
  'sources/list': message(z.object({}).strict(), z.array(SourceRowSchema)),
  /** Sources in the order they were added. */
  'sources/order': orderMessage(sourceColumns, SourceRowSchema),
  'sources/rows': rowsMessage(SourceRowSchema),
  'sources/show': message(
    z.object({ id: ObjectIdSchema }).strict(),
    SourceRowSchema.extend({ evidenceIds: z.array(z.string()), claimIds: z.array(z.string()) }),
  ),
};
