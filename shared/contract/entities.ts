import { z } from 'zod';
import { EntityKindSchema, EntitySchema } from '../domain/entity/entity.ts';
import { NameSchema } from '../domain/fields.ts';
import { ObjectIdSchema } from '../kernel/ids.ts';
import { message } from './message.ts';

export const EntityRowSchema = EntitySchema.unwrap().extend({ asserts: z.int(), relays: z.int() });
export type EntityRow = z.infer<typeof EntityRowSchema>;

export const entityCommands = {
  'entities/add': message(
    z.object({ kind: EntityKindSchema, names: z.array(NameSchema).min(1).max(50), roleOnly: NameSchema.nullable().optional() }).strict(),
    z.object({ id: ObjectIdSchema }),
  ),
  'entities/edit': message(
    z
      .object({
        id: ObjectIdSchema,
        kind: EntityKindSchema.optional(),
        names: z.array(NameSchema).min(1).max(50).optional(),
        roleOnly: NameSchema.nullable().optional(),
      })
      .strict(),
    z.object({}),
  ),
};
export const entityQueries = {
  'entities/list': message(z.object({}).strict(), z.array(EntityRowSchema)),
  'entities/show': message(z.object({ id: ObjectIdSchema }).strict(), EntityRowSchema.extend({ claimIds: z.array(z.string()) })),
};
