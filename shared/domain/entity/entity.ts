import { z } from 'zod';
import { ObjectIdSchema } from '#shared/kernel/ids.ts';
import { InstantSchema, NameSchema } from '../fields.ts';
import { PlaceSchema } from '../place/place.ts';

export const entityKinds = ['actor', 'person', 'organisation', 'unit', 'identity-document', 'account', 'vehicle', 'weapon', 'place', 'event'] as const;
export const EntityKindSchema = z.enum(entityKinds);
export type EntityKind = z.infer<typeof EntityKindSchema>;

/** Someone or something in the case. `actor` is one whose kind is not settled yet, such as *some reports*. */
export const EntitySchema = z
  .object({
    id: ObjectIdSchema,
    kind: EntityKindSchema,
    /** Names in every script seen; the first is the one shown. */
    names: z.array(NameSchema).min(1).max(50).readonly(),
    /** Shown outside the team instead of any name when the person is at risk, such as *captive 1*. */
    roleOnly: NameSchema.nullable(),
    addedAt: InstantSchema,
    /** Where it is; of places, and of what stays in one. Absent when nobody has said. */
    place: PlaceSchema.optional(),
  })
  .readonly();
export type Entity = z.infer<typeof EntitySchema>;
