import type { Clause } from '#shared/domain/search/parse-query.ts';
import { type BestDocuments, bestDocuments } from './best-documents.ts';
import { type SearchedField, searchedFields } from './fields.ts';
import { emptied, type Found, fewestMet, roomFor } from './met.ts';
import { type NearWords, nearWords } from './near-words.ts';
import { addPhrase } from './phrase.ts';
import type { Segment } from './segment.ts';
import { lengthOfByte } from './segment-layout.ts';
import { beginningsOf, behindAll, slipsOf, soundsOf, type WordMatch } from './word-matches.ts';

/**
 * A segment in use: which of its documents still stand (1) and how many do not, its near words once somebody made a slip, and rooms of questions that were
 * answered, for the next.
 */
export type SegmentInUse = {
  readonly segment: Segment;
  readonly alive: Uint8Array;
  readonly fallen: { count: number };
  readonly near: () => NearWords;
  readonly rooms: Found[];
};
/** Rooms kept: one takes some bytes for each document. */
const roomsKept = 4;
export function inUse(segment: Segment): SegmentInUse {
  let near: NearWords | null = null;
  return {
    segment,
    alive: new Uint8Array(segment.documents).fill(1),
    fallen: { count: 0 },
    rooms: [],
    near: () => {
      near ??= nearWords(segment);
      return near;
    },
  };
}

/** One object found. `field`: where most of the query is met; of equal ones the first, which is the shortest. */
export type FoundObject = { readonly id: string; readonly score: number; readonly field: SearchedField };
/** `slipped`: places of the clauses whose word stands nowhere, so that slips count. */
export type FoundObjects = { readonly objects: readonly FoundObject[]; readonly slipped: ReadonlySet<number> };

const mostEndings = 64;
/** What a word in the other script or with a slip counts beside the word itself, which comes first however seldom it stands there. */
const lesserShare = 0.1;

/**
 * The best objects for which every clause holds, ranked as BM25 ranks: rare words count more, and in short texts. Throws {@link SegmentDamage}. `accept` is asked only of what would
 * be among the answers.
 */
export function findInSegments(
  segments: readonly SegmentInUse[],
  clauses: readonly Clause[],
  limit: number,
  accept: ((id: string) => boolean) | null = null,
): FoundObjects {
  return withRooms(segments, (rooms) => {
    const { lookups, slipped } = lookUpAll(segments, clauses, rooms);
    const counts = lookups.map((found) => countAll(segments, found));
    if (clauses.length === 0 || counts.includes(0)) return { objects: [], slipped };
    const documents = segments.reduce((sum, { segment }) => sum + segment.documents, 0);
    const total = segments.reduce((sum, { fallen }) => sum - fallen.count, documents);
    const places = segments.reduce((sum, { segment }) => sum + segment.places, 0);
    const average = places / Math.max(1, documents) || 1;
    const rarity = counts.map((count) => Math.log(1 + (total - count + 0.5) / (count + 0.5)));
    const best = bestDocuments(limit);
    const found = segments.map((_, place) => lookups.map((each) => each[place] as Found));
    const damping = dampingFor(average);
    for (const [place, used] of segments.entries()) rank(used, place, found[place] ?? [], rarity, damping, best, accept);
    return { objects: spelledOut(best, segments, found), slipped };
  });
}

/** How many objects {@link findInSegments} would find without a limit. Throws {@link SegmentDamage}. */
export function countInSegments(segments: readonly SegmentInUse[], clauses: readonly Clause[], accept: ((id: string) => boolean) | null): number {
  return withRooms(segments, (rooms) => {
    const { lookups } = lookUpAll(segments, clauses, rooms);
    let count = 0;
    for (const [place, { segment, alive }] of segments.entries()) {
      const found = lookups.map((each) => each[place] as Found);
      for (const document of fewestMet(found))
        if (alive[document] === 1 && inAll(found, document) && (accept === null || accept(segment.idOf(document)))) count += 1;
    }
    return count;
  });
}

/** Gives each clause a room in each segment, and empties them when the answer is there. */
function withRooms<T>(segments: readonly SegmentInUse[], work: (rooms: (used: SegmentInUse) => Found) => T): T {
  const taken = new Map(segments.map((used) => [used, [] as Found[]]));
  try {
    return work((used) => {
      const room = used.rooms.pop() ?? roomFor(used.segment.documents);
      taken.get(used)?.push(room);
      return room;
    });
  } finally {
    for (const [{ rooms }, used] of taken) for (const room of used) if (rooms.length < roomsKept) rooms.push(emptied(room));
  }
}

function inAll(found: readonly Found[], document: number): boolean {
  for (let each = 0; each < found.length; each += 1) if ((found[each] as Found).masks[document] === 0) return false;
  return true;
}

/** What each clause is met by in each segment. */
function lookUpAll(segments: readonly SegmentInUse[], clauses: readonly Clause[], rooms: (used: SegmentInUse) => Found) {
  const slipped = new Set<number>();
  const lookups = clauses.map((clause, place) => {
    const found = segments.map((used) => lookUp(used, clause, rooms(used)));
    if (clause.sort === 'row') return found;
    const slips = countAll(segments, found) === 0;
    if (slips) slipped.add(place);
    for (const [at, { segment, near }] of segments.entries()) {
      const matches = [...soundsOf(segment, clause.word), ...(slips ? slipsOf(near, clause.word) : [])];
      addAll(segment, found[at] as Found, matches, true);
    }
    return found;
  });
  return { lookups, slipped };
}

function lookUp({ segment }: SegmentInUse, clause: Clause, found: Found): Found {
  if (clause.sort === 'word') {
    addAll(segment, found, beginningsOf(segment, clause.word));
    return found;
  }
  const { words, lastBegins } = clause;
  const numbers = words.slice(0, -1).map((word) => numberOf(segment, word));
  const last = words.at(-1) ?? '';
  const from = segment.firstFrom(last);
  const to = lastBegins ? Math.min(segment.firstFrom(behindAll(last)), from + mostEndings) : numberOf(segment, last) < 0 ? from : from + 1;
  if (numbers.includes(-1)) return found;
  for (let number = from; number < to; number += 1) {
    if (numbers.length === 0) segment.addTo(found, number, 1);
    else addPhrase(segment, found, [...numbers, number]);
  }
  return found;
}

function addAll(segment: Segment, found: Found, matches: readonly WordMatch[], lesser = false): void {
  for (const { word, factor } of matches) segment.addTo(found, word, factor, lesser);
}

function numberOf(segment: Segment, word: string): number {
  const number = segment.firstFrom(word);
  return number < segment.words && segment.wordAt(number) === word ? number : -1;
}

function countAll(segments: readonly SegmentInUse[], found: readonly Found[]): number {
  let count = 0;
  for (const [place, { alive, fallen }] of segments.entries()) {
    const { met, many } = found[place] as Found;
    if (fallen.count === 0) count += many;
    else for (let each = 0; each < many; each += 1) count += alive[met[each] as number] as number;
  }
  return count;
}

const [saturation, lengthShare] = [1.2, 0.75];
const damping = new Float64Array(lengthOfByte.length);
let dampingIsFor = Number.NaN;
/** By how much a text of each length damps what a word counts in it, where so many places are usual. */
function dampingFor(average: number): Float64Array {
  if (average !== dampingIsFor)
    for (let byte = 0; byte < damping.length; byte += 1)
      damping[byte] = saturation * (1 - lengthShare + (lengthShare * (lengthOfByte[byte] as number)) / average);
  dampingIsFor = average;
  return damping;
}

function rank(
  { segment, alive }: SegmentInUse,
  place: number,
  found: readonly Found[],
  rarity: readonly number[],
  damping: Float64Array,
  best: BestDocuments,
  accept: ((id: string) => boolean) | null,
): void {
  const { lengths } = segment;
  const candidates = fewestMet(found);
  let least = best.least();
  for (let at = 0; at < candidates.length; at += 1) {
    const document = candidates[at] as number;
    if (alive[document] === 0 || (found.length > 1 && !inAll(found, document))) continue;
    const damp = damping[lengths[document] as number] as number;
    let score = 0;
    for (let each = 0; each < found.length; each += 1) {
      const { weights, lesser } = found[each] as Found;
      const weight = weights[document] as number;
      const less = lesser === null ? 0 : (lesser[document] as number);
      score += (rarity[each] as number) * (saturation + 1) * (weight / (weight + damp) + (lesserShare * less) / (less + damp));
    }
    if (score <= least) continue;
    if (accept !== null && !accept(segment.idOf(document))) continue;
    best.take(score, document, place);
    least = best.least();
  }
}

/** The best with their ids, the best first. */
function spelledOut(best: BestDocuments, segments: readonly SegmentInUse[], found: readonly (readonly Found[])[]): readonly FoundObject[] {
  const objects: FoundObject[] = [];
  for (let place = 0; place < best.many(); place += 1) {
    const [document, at] = [best.documentOf(place), best.segmentOf(place)];
    objects.push({ id: (segments[at] as SegmentInUse).segment.idOf(document), score: best.scoreOf(place), field: bestField(found[at] ?? [], document) });
  }
  return objects.sort((one, other) => (one.score < other.score || (one.score === other.score && one.id < other.id) ? 1 : -1));
}

function bestField(found: readonly Found[], document: number): SearchedField {
  let [best, most] = [0, 0];
  for (let field = 0; field < searchedFields.length; field += 1) {
    let count = 0;
    for (const { masks } of found) if (((masks[document] as number) & (1 << field)) !== 0) count += 1;
    if (count > most) [best, most] = [field, count];
  }
  return searchedFields[best] ?? 'label';
}
