import type { CaseHeads } from '../case/case-heads.ts';
import { eachOf } from '../case/objects-of.ts';
import type { Entity } from './entity.ts';
import { namesOf } from './find-or-add-actor.ts';
import { type NameSound, soundsClose, soundsOf } from './name-sound.ts';

/** Two entities that may be one. Never merged by themselves: a name is not a person. */
export type PossibleDuplicate = { readonly aId: string; readonly bId: string; readonly why: 'same-name' | 'same-sound' };

const identityLinks: readonly string[] = ['same-as', 'maybe-same-as', 'not-same-as'];
/** A word that more entities than this bear tells nobody apart from anybody. */
const mostInBucket = 60;

type Named = Pick<Entity, 'id' | 'kind' | 'names'>;
/** What an entity sounds like, worked out once for each by whoever asks. */
export type SoundsOf = (entity: Named) => readonly NameSound[];

export function entitySounds({ names }: Named): readonly NameSound[] {
  return names.flatMap(soundsOf);
}

/**
 * Pairs of entities of one kind with a name in common, or names that sound alike, that nobody has said anything about yet; at most `limit`. Stops
 * after each entity and each group of them, so that whoever asks may do other work in between.
 */
export function* possibleDuplicates(record: CaseHeads, limit: number, sounds: SoundsOf): Generator<void, readonly PossibleDuplicate[]> {
  const decided = new Set<string>();
  for (const { type, fromId, toId } of eachOf(record.links)) if (identityLinks.includes(type)) decided.add(pair(fromId, toId));
  const found = new Map<string, PossibleDuplicate>();
  const buckets = new Map<string, Named[]>();
  const put = (key: string, entity: Named): void => {
    const bucket = buckets.get(key);
    if (!bucket) buckets.set(key, [entity]);
    else if (bucket.at(-1) !== entity) bucket.push(entity);
  };
  for (const entity of eachOf(record.entities)) {
    for (const name of namesOf(entity)) put(`name ${name}`, entity);
    for (const sound of sounds(entity)) {
      put(`all ${sound.join('')}`, entity);
      for (const word of sound) if (word.length >= 3) put(`word ${word}`, entity);
    }
    yield;
  }
  for (const bucket of buckets.values()) {
    if (bucket.length > mostInBucket) continue;
    for (const [at, a] of bucket.entries()) {
      for (const b of bucket.slice(at + 1)) {
        const key = pair(a.id, b.id);
        if (found.has(key) || decided.has(key) || !kindsFit(a, b)) continue;
        const why = alike(a, b, sounds);
        if (why) found.set(key, { aId: a.id, bId: b.id, why });
        if (found.size >= limit) return [...found.values()];
      }
      yield;
    }
  }
  return [...found.values()];
}

function alike(a: Named, b: Named, sounds: SoundsOf): PossibleDuplicate['why'] | null {
  const names = new Set(namesOf(a));
  if (namesOf(b).some((name) => names.has(name))) return 'same-name';
  return sounds(a).some((one) => sounds(b).some((other) => soundsClose(one, other))) ? 'same-sound' : null;
}

function kindsFit(a: Named, b: Named): boolean {
  return a.kind === b.kind || a.kind === 'actor' || b.kind === 'actor';
}

function pair(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
