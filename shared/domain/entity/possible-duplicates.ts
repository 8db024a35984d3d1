import type { CaseRecord } from '../case/case-record.ts';
import type { Entity } from './entity.ts';
import { namesOf } from './find-or-add-actor.ts';
import { type NameSound, soundsClose, soundsOf } from './name-sound.ts';

/** Two entities that may be one. Never merged by themselves: a name is not a person. */
export type PossibleDuplicate = { readonly aId: string; readonly bId: string; readonly why: 'same-name' | 'same-sound' };

const identityLinks: readonly string[] = ['same-as', 'maybe-same-as', 'not-same-as'];
/** A word that more entities than this bear tells nobody apart from anybody. */
const mostInBucket = 60;

// Entities never change in place, so what they sound like can be remembered for as long as they live.
const remembered = new WeakMap<Entity, readonly NameSound[]>();
function entitySounds(entity: Entity): readonly NameSound[] {
  const known = remembered.get(entity) ?? entity.names.flatMap(soundsOf);
  remembered.set(entity, known);
  return known;
}

/** Pairs of entities of one kind with a name in common, or names that sound alike, that nobody has said anything about yet; at most `limit`. */
export function possibleDuplicates(record: CaseRecord, limit: number): readonly PossibleDuplicate[] {
  const decided = new Set(Object.values(record.links).flatMap(({ type, fromId, toId }) => (identityLinks.includes(type) ? [pair(fromId, toId)] : [])));
  const found = new Map<string, PossibleDuplicate>();
  const buckets = new Map<string, Entity[]>();
  const put = (key: string, entity: Entity): void => {
    const bucket = buckets.get(key);
    if (!bucket) buckets.set(key, [entity]);
    else if (bucket.at(-1) !== entity) bucket.push(entity);
  };
  for (const entity of Object.values(record.entities)) {
    for (const name of namesOf(entity)) put(`name ${name}`, entity);
    for (const sound of entitySounds(entity)) {
      put(`all ${sound.join('')}`, entity);
      for (const word of sound) if (word.length >= 3) put(`word ${word}`, entity);
    }
  }
  for (const bucket of buckets.values()) {
    if (bucket.length > mostInBucket) continue;
    for (const [at, a] of bucket.entries()) {
      for (const b of bucket.slice(at + 1)) {
        const key = pair(a.id, b.id);
        if (found.has(key) || decided.has(key) || !kindsFit(a, b)) continue;
        const why = alike(a, b);
        if (why) found.set(key, { aId: a.id, bId: b.id, why });
        if (found.size >= limit) return [...found.values()];
      }
    }
  }
  return [...found.values()];
}

function alike(a: Entity, b: Entity): PossibleDuplicate['why'] | null {
  const names = new Set(namesOf(a));
  if (namesOf(b).some((name) => names.has(name))) return 'same-name';
  return entitySounds(a).some((one) => entitySounds(b).some((other) => soundsClose(one, other))) ? 'same-sound' : null;
}

function kindsFit(a: Entity, b: Entity): boolean {
  return a.kind === b.kind || a.kind === 'actor' || b.kind === 'actor';
}

function pair(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
