import type { CaseRecord } from '#shared/domain/case/case-record.ts';
import type { Entity } from '#shared/domain/entity/entity.ts';
import type { Place } from '#shared/domain/place/place.ts';
import type { Guarded } from './composed-dossier.ts';

/** Whoever has a place of their own may be found there. */
const alive: readonly Entity['kind'][] = ['person', 'actor', 'account'];
/** Coarser than these a place tells no door to knock on. */
const close: readonly Place['precision'][] = ['exact', 'vicinity'];
const shortestDegrees = 6;

/**
 * Where living people are (DOMAIN §6): points of people themselves and of what a role stands for; and, name and all, a place known closely at
 * which somebody at risk is located or that an exhibit marked with the location of a living person is tied to.
 */
export function livingPlaces(record: CaseRecord, overridden: readonly string[]): Guarded['places'] {
  const atRisk = (id: string) => {
    const item = record.evidence[id];
    return typeof record.entities[id]?.roleOnly === 'string' || Boolean(item?.atRisk.includes('living-location') && !overridden.includes(id));
  };
  const tied = new Set(
    Object.values(record.links).flatMap(({ fromId, toId, type }): readonly string[] => {
      const tells = (id: string) => atRisk(id) && (type === 'located-at' || Object.hasOwn(record.evidence, id));
      return [...(tells(fromId) ? [toId] : []), ...(tells(toId) ? [fromId] : [])];
    }),
  );
  return Object.values(record.entities).flatMap(({ id, kind, names, roleOnly, place }): Guarded['places'] => {
    if (!place) return [];
    if (alive.includes(kind) || roleOnly !== null) return [{ id, named: true, words: spelt(place) }];
    return tied.has(id) && close.includes(place.precision) ? [{ id, named: false, words: [...names, ...spelt(place)] }] : [];
  });
}

/** The point as somebody may have written it into a text: as it was typed, and each degree with a point or a comma. */
function spelt({ latitude, longitude, entered }: Place): readonly string[] {
  const degrees = [latitude, longitude].map((degree) => String(Math.abs(degree))).filter((degree) => degree.length >= shortestDegrees);
  return [...(entered.length >= shortestDegrees ? [entered] : []), ...degrees.flatMap((degree) => [degree, degree.replace('.', ',')])];
}
