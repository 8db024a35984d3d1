import { z } from 'zod';
import { entityColumns } from '../domain/case/list-columns.ts';
import { EntityKindSchema, EntitySchema } from '../domain/entity/entity.ts';
import { NameSchema } from '../domain/fields.ts';
import { ObjectIdSchema } from '../kernel/ids.ts';
import { LabelSchema } from './case.ts';
import { message } from './message.ts';
import { orderMessage, rowsMessage } from './ordered-list.ts';
import { PlaceInputSchema } from './places.ts';

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
  /** Everything that names `goneId` names `keptId` afterwards; one edit, undone in one step. */
  'entities/merge': message(z.object({ keptId: ObjectIdSchema, goneId: ObjectIdSchema }).strict(), z.object({ moved: z.int().min(0) })),
  /** Puts an entity on the map, or takes it off with null. Coordinates as typed are read strictly: what could mean two things is refused. */
  'entities/place': message(z.object({ id: ObjectIdSchema, place: PlaceInputSchema.nullable() }).strict(), z.object({})),
};

/** Everything that a merge would change, before it does. */
export const MergePreviewSchema = z.object({
  kept: LabelSchema,
  gone: LabelSchema,
  /** Names that the kept entity has afterwards, in order. */
  names: z.array(z.string()),
  asserted: z.array(LabelSchema),
  relayed: z.array(LabelSchema),
  links: z.array(LabelSchema),
  /** Links that say what another says already, or would lead to themselves; they go. */
  droppedLinks: z.array(LabelSchema),
  notes: z.array(LabelSchema),
  plans: z.array(LabelSchema),
  boards: z.int().min(0),
});
export const PossibleDuplicateSchema = z.object({ a: LabelSchema, b: LabelSchema, why: z.enum(['same-name', 'same-sound']) });
export type PossibleDuplicateRow = z.infer<typeof PossibleDuplicateSchema>;

export const entityQueries = {
  /** People at risk: the role that stands for each, and the names it stands for. */
  'entities/roles': message(z.object({}).strict(), z.array(z.object({ id: z.string(), role: z.string(), names: z.array(z.string()) }))),
  'entities/list': message(z.object({}).strict(), z.array(EntityRowSchema)),
  /** Entities by name; with `byRole` people at risk stand, and are found, by the role that is shown of them, so that their place does not tell their name. */
  'entities/order': orderMessage(entityColumns, EntityRowSchema, { byRole: z.boolean().optional() }),
  'entities/rows': rowsMessage(EntityRowSchema),
  /** Pairs that may be one, by name or sound, that no identity link speaks of yet. */
  'entities/duplicates': message(z.object({ limit: z.int().min(1).max(500).optional() }).strict(), z.array(PossibleDuplicateSchema)),
  'entities/merge-preview': message(z.object({ keptId: ObjectIdSchema, goneId: ObjectIdSchema }).strict(), MergePreviewSchema),
  'entities/show': message(z.object({ id: ObjectIdSchema }).strict(), EntityRowSchema.extend({ claimIds: z.array(z.string()) })),
};
