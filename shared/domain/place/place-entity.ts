import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import type { CaseRecord } from '../case/case-record.ts';
import type { Change } from '../case/change.ts';
import { findObject } from '../case/find-object.ts';
import { type Place, type Precision, precisionMetres, regionMetres } from './place.ts';
import { readCoordinates } from './read-coordinates.ts';

export type PlaceInput = { readonly coordinates: string; readonly precision: Precision; readonly radiusMetres?: number | undefined };

/** Says where an entity is, or with null that nobody says so any more. */
export function placeEntity(record: CaseRecord, id: string, input: PlaceInput | null): Reply<Change> {
  const entity = findObject(record, 'entity', id);
  if (!entity.ok) return entity;
  const { place: _before, ...rest } = entity.value;
  if (input === null) return done({ label: 'place-entity', ops: [{ put: 'entities', id, value: rest }], custody: [] });
  const read = readCoordinates(input.coordinates);
  if (!read) return refused({ kind: 'refused', rule: 'not-coordinates' });
  const radiusMetres = input.precision === 'region' ? (input.radiusMetres ?? regionMetres.first) : precisionMetres[input.precision];
  const place: Place = { latitude: read.latitude, longitude: read.longitude, precision: input.precision, radiusMetres, entered: input.coordinates.trim() };
  return done({ label: 'place-entity', ops: [{ put: 'entities', id, value: { ...rest, place } }], custody: [] });
}
