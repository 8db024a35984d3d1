import { soundKey, soundScript } from '#shared/domain/search/sound-key.ts';
import { packIds } from './object-ids.ts';
import { encodeHead, lengthByte, placesOf, type SegmentCounts } from './segment-layout.ts';
import { sortedByWord } from './sorted-words.ts';

/** Words of which the sound is told between two pauses. */
const wordsAtOnce = 4_000;

/** What a segment is made of beside its postings. Words are in ascending order (by UTF-16 units), each with where its postings end in the two areas. */
export type SegmentParts = {
  /** In ascending order. */
  readonly ids: Uint8Array;
  readonly gone: readonly string[];
  /** Places of words in each document. */
  readonly lengths: Uint32Array;
  readonly words: readonly string[];
  readonly documentEnds: Uint32Array;
  readonly placeEnds: Uint32Array;
};
/** A segment in one piece, of which the two areas are for the caller to fill. */
export type EncodedSegment = { readonly segment: Uint8Array; readonly documentArea: Uint8Array; readonly placeArea: Uint8Array };

/** Without `sounds` no word is found by the other script: for a segment that is to be merged at once. Pauses now and then. */
export function* encodeSegment(parts: SegmentParts, sounds: boolean): Generator<void, EncodedSegment> {
  const text = Buffer.from(parts.words.join(''));
  const textEnds = endsOf(parts.words, text.length);
  yield;
  const bySound = sounds ? yield* wordsBySound(parts.words) : new Uint32Array(0);
  const counts: SegmentCounts = {
    documents: parts.lengths.length,
    gone: parts.gone.length,
    words: parts.words.length,
    sounds: bySound.length,
    textBytes: text.length,
    documentBytes: parts.documentEnds.at(-1) ?? 0,
    placeBytes: parts.placeEnds.at(-1) ?? 0,
    places: parts.lengths.reduce((sum, each) => sum + each, 0),
  };
  const at = placesOf(counts);
  const segment = new Uint8Array(at.end);
  segment.set(encodeHead(counts));
  segment.set(parts.ids, at.ids);
  segment.set(packIds(parts.gone.toSorted()), at.gone);
  segment.set(Uint8Array.from(parts.lengths, lengthByte), at.lengths);
  segment.set(bytesOf(textEnds), at.textEnds);
  segment.set(bytesOf(parts.documentEnds), at.documentEnds);
  segment.set(bytesOf(parts.placeEnds), at.placeEnds);
  segment.set(bytesOf(bySound), at.sounds);
  segment.set(text, at.text);
  return { segment, documentArea: segment.subarray(at.documentArea, at.placeArea), placeArea: segment.subarray(at.placeArea) };
}

/** Where the UTF-8 of each word ends when all are written one after another. */
function endsOf(words: readonly string[], bytes: number): Uint32Array {
  const ends = new Uint32Array(words.length);
  let at = 0;
  for (const [place, word] of words.entries()) {
    at += Buffer.byteLength(word);
    ends[place] = at;
  }
  if (at !== bytes) throw new RangeError('search: a word is no text of its own');
  return ends;
}

/** Numbers of the words whose sound can be told, in the order of their sounds. */
function* wordsBySound(words: readonly string[]): Generator<void, Uint32Array> {
  const keys = new Map<number, string>();
  for (const [number, word] of words.entries()) {
    if (number % wordsAtOnce === wordsAtOnce - 1) yield;
    if (word.length < 3 || soundScript(word) === null) continue;
    const key = soundKey(word);
    if (key.length >= 2) keys.set(number, key);
  }
  return Uint32Array.from(yield* sortedByWord(keys.keys(), (number) => keys.get(number) ?? ''));
}

/** Little-endian, as every machine that Node runs on has them. */
function bytesOf(numbers: Uint32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}
