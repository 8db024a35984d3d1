import { z } from 'zod';
import { EntityKindSchema } from '../domain/entity/entity.ts';
import { PlaceSchema, PrecisionSchema, regionMetres } from '../domain/place/place.ts';
import { message } from './message.ts';

export const PlaceInputSchema = z
  .object({
    /** As typed: decimal, degrees with minutes and seconds, or MGRS. */
    coordinates: z.string().min(3).max(200),
    precision: PrecisionSchema,
    /** Of a region only. */
    radiusMetres: z.number().min(regionMetres.least).max(regionMetres.most).optional(),
  })
  .strict();

/** An entity that is somewhere. */
export const PlacedRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: z.string().nullable(),
  kind: EntityKindSchema,
  place: PlaceSchema,
  /** Objects that are linked as located there. */
  located: z.int().min(0),
});
export type PlacedRow = z.infer<typeof PlacedRowSchema>;

export const FoundPlaceSchema = z.object({ name: z.string(), country: z.string(), latitude: z.number(), longitude: z.number() });
export type FoundPlace = z.infer<typeof FoundPlaceSchema>;

export const placeQueries = {
  'places/list': message(z.object({}).strict(), z.array(PlacedRowSchema)),
  /** Towns of the gazetteer that ships with the program, by any of their names; nothing is asked of anybody. */
  'places/find': message(z.object({ match: z.string().max(200), limit: z.int().min(1).max(100).optional() }).strict(), z.array(FoundPlaceSchema)),
};
