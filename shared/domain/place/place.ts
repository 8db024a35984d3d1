import { z } from 'zod';

/** How exactly a place is known, as field teams state it; each is drawn as large as it is. */
export const precisionClasses = ['exact', 'vicinity', 'locality', 'region'] as const;
export const PrecisionSchema = z.enum(precisionClasses);
export type Precision = z.infer<typeof PrecisionSchema>;

/** Metres around the point within which it lies. Of a region the analyst says how many. */
export const precisionMetres: { readonly [P in Exclude<Precision, 'region'>]: number } = { exact: 10, vicinity: 100, locality: 1_000 };
export const regionMetres = { least: 1_000, most: 2_000_000, first: 50_000 } as const;

/** A point on the Earth in WGS 84 degrees, how exactly it is known, and what was typed to say so. */
export const PlaceSchema = z
  .object({
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    precision: PrecisionSchema,
    radiusMetres: z.number().min(1).max(regionMetres.most),
    entered: z.string().max(200),
  })
  .readonly();
export type Place = z.infer<typeof PlaceSchema>;
