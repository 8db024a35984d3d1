import { z } from 'zod';
import { linkColumns } from '../domain/case/list-columns.ts';
import { WritingSchema } from '../domain/fields.ts';
import { LinkSchema, LinkTypeSchema } from '../domain/link/link.ts';
import { CredibilitySchema } from '../domain/rating/admiralty.ts';
import { ObjectIdSchema } from '../kernel/ids.ts';
import { LabelSchema } from './case.ts';
import { AnchorInputSchema } from './claims.ts';
import { message } from './message.ts';
import { orderMessage, rowsMessage } from './ordered-list.ts';

export const LinkRowSchema = LinkSchema.unwrap().extend({ from: LabelSchema, to: LabelSchema });
export type LinkRow = z.infer<typeof LinkRowSchema>;

export const linkCommands = {
  'links/draw': message(
    z
      .object({
        fromId: ObjectIdSchema,
        type: LinkTypeSchema,
        toId: ObjectIdSchema,
        rationale: WritingSchema.nullable().optional(),
        anchor: AnchorInputSchema.optional(),
        grade: CredibilitySchema.nullable().optional(),
      })
      .strict(),
    z.object({ id: ObjectIdSchema }),
  ),
  'links/edit': message(
    z.object({ id: ObjectIdSchema, rationale: WritingSchema.nullable().optional(), grade: CredibilitySchema.nullable().optional() }).strict(),
    z.object({}),
  ),
  'links/remove': message(z.object({ id: ObjectIdSchema }).strict(), z.object({})),
};
export const linkQueries = {
  'links/list': message(z.object({}).strict(), z.array(LinkRowSchema)),
  /** Links in the order they were drawn, those of one type if wanted. */
  'links/order': orderMessage(linkColumns, LinkRowSchema, { type: LinkTypeSchema.optional() }),
  'links/rows': rowsMessage(LinkRowSchema),
  /** Links into and out of one object. */
  'links/of': message(z.object({ id: ObjectIdSchema }).strict(), z.array(LinkRowSchema)),
};
