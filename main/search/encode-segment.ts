import { soundKey, soundScript } from '#shared/domain/search/sound-key.ts';
import { type ByteRun, written } from './byte-run.ts';
import { packIds } from './object-ids.ts';
import { encodeHead, lengthByte, type SegmentCounts } from './segment-layout.ts';

/** What a segment is made of. Words are in ascending order (by UTF-16 units), each with where its postings end in the two areas. */
export type SegmentParts = {
  /** In ascending order. */
  readonly ids: Uint8Array;
  readonly gone: readonly string[];
  /** Places of words in each document. */
  readonly lengths: Uint32Array;
  readonly words: readonly string[];
  readonly documentEnds: Uint32Array;
  readonly placeEnds: Uint32Array;
  readonly documentArea: ByteRun;
  readonly placeArea: ByteRun;
};

/** A segment in one piece. Without `sounds` no word is found by the other script: for one that is to be merged at once. */
export function encodeSegment(parts: SegmentParts, sounds: boolean): Uint8Array {
  const text = Buffer.from(parts.words.join(''));
  const textEnds = endsOf(parts.words, text.length);
  const bySound = sounds ? wordsBySound(parts.words) : new Uint32Array(0);
  const lengths = Uint8Array.from(parts.lengths, lengthByte);
  const counts: SegmentCounts = {
    documents: parts.lengths.length,
    gone: parts.gone.length,
    words: parts.words.length,
    sounds: bySound.length,
    textBytes: text.length,
    documentBytes: parts.documentArea.length,
    placeBytes: parts.placeArea.length,
    places: parts.lengths.reduce((sum, each) => sum + each, 0),
  };
  const sections = [
    encodeHead(counts),
    parts.ids,
    packIds(parts.gone.toSorted()),
    upTo4(lengths),
    bytesOf(textEnds),
    bytesOf(parts.documentEnds),
    bytesOf(parts.placeEnds),
    bytesOf(bySound),
    upTo4(text),
    written(parts.documentArea),
    written(parts.placeArea),
  ];
  return Buffer.concat(sections);
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
function wordsBySound(words: readonly string[]): Uint32Array {
  const keys = new Map<number, string>();
  for (const [number, word] of words.entries()) {
    if (word.length < 3 || soundScript(word) === null) continue;
    const key = soundKey(word);
    if (key.length >= 2) keys.set(number, key);
  }
  const order = [...keys].sort(([a, one], [b, other]) => (one < other ? -1 : one > other ? 1 : a - b));
  return Uint32Array.from(order, ([number]) => number);
}

/** Little-endian, as every machine that Node runs on has them. */
function bytesOf(numbers: Uint32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}
function upTo4(bytes: Uint8Array): Uint8Array {
  if (bytes.length % 4 === 0) return bytes;
  const out = new Uint8Array(Math.ceil(bytes.length / 4) * 4);
  out.set(bytes);
  return out;
}
