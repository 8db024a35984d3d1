import { z } from 'zod';
import { sourceColumns } from '../domain/case/list-columns.ts';
import { ReliabilitySchema } from '../domain/rating/admiralty.ts';
import { SourceFieldsSchema, SourceSchema } from '../domain/source/source.ts';
import { ObjectIdSchema } from '../kernel/ids.ts';
import { message } from './message.ts';
import { orderMessage, rowsMessage } from './ordered-list.ts';

export const SourceRowSchema = SourceSchema.unwrap().extend({ evidence: z.int(), claims: z.int(), originTitle: z.string().nullable() });
export type SourceRow = z.infer<typeof SourceRowSchema>;

export const sourceCommands = {
  'sources/add': message(SourceFieldsSchema.partial().required({ title: true, kind: true }).strict(), z.object({ id: ObjectIdSchema })),
  'sources/edit': message(SourceFieldsSchema.partial().extend({ id: ObjectIdSchema }).strict(), z.object({})),
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
