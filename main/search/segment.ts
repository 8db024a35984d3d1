import { soundKey } from '#shared/domain/search/sound-key.ts';
import { fieldBoost, textField } from './fields.ts';
import type { Found } from './met.ts';
import { idAt } from './object-ids.ts';
import { decodeHead, headBytes, lengthOfByte, placesOf, type SegmentCounts } from './segment-layout.ts';

/** Where the bytes of a segment come from; `null` when some of them are not what was written. Shorter at the end. */
export type SegmentSource = { readonly read: (at: number, length: number) => Uint8Array | null };

/** Thrown when bytes of a segment are gone or are not what was written: the index is to be built anew. */
export class SegmentDamage extends Error {
  constructor() {
    super('a segment of the search index cannot be read');
  }
}

/** A segment of which the directory is in memory, and postings are read when they are asked for. Words go by their number, in ascending order. */
export type Segment = {
  readonly documents: number;
  readonly words: number;
  readonly places: number;
  readonly ids: Uint8Array;
  readonly gone: Uint8Array;
  readonly idOf: (document: number) => string;
  /** Of each document the byte that its length is kept in. */
  readonly lengths: Uint8Array;
  readonly lengthOf: (document: number) => number;
  readonly wordAt: (number: number) => string;
  /** The first word that does not come before this one. */
  readonly firstFrom: (word: string) => number;
  /** Numbers of words whose sound begins with this, in the order of sounds; at most `most`. */
  readonly soundsFrom: (key: string, most: number) => readonly number[];
  /** UTF-8 of every word and where each ends. */
  readonly text: Uint8Array;
  readonly textEnds: Uint32Array;
  /** Adds what a word counts, times `factor`, to each document that holds it: to its weight, or to its lesser one. */
  readonly addTo: (found: Found, word: number, factor: number, lesser?: boolean) => void;
  readonly documentList: (word: number) => Uint8Array;
  readonly placeList: (word: number) => Uint8Array;
};

/** `null` when it is no segment of this version, or its parts do not fit. */
export function openSegment(source: SegmentSource): Segment | null {
  const head = source.read(0, headBytes);
  const counts = head && decodeHead(head);
  if (!counts) return null;
  const at = placesOf(counts);
  const directory = source.read(0, at.documentArea);
  if (directory?.length !== at.documentArea) return null;
  return segmentOver(source, counts, directory);
}

function segmentOver(source: SegmentSource, counts: SegmentCounts, directory: Uint8Array): Segment | null {
  const { documents, words } = counts;
  const at = placesOf(counts);
  const ids = directory.subarray(at.ids, at.gone);
  const gone = directory.subarray(at.gone, at.lengths);
  const lengths = directory.subarray(at.lengths, at.lengths + documents);
  const textEnds = numbersIn(directory, at.textEnds, words);
  const documentEnds = numbersIn(directory, at.documentEnds, words);
  const placeEnds = numbersIn(directory, at.placeEnds, words);
  const bySound = numbersIn(directory, at.sounds, counts.sounds);
  const text = directory.subarray(at.text, at.text + counts.textBytes);
  if ((textEnds.at(-1) ?? 0) !== counts.textBytes || (documentEnds.at(-1) ?? 0) !== counts.documentBytes || (placeEnds.at(-1) ?? 0) !== counts.placeBytes)
    return null;
  const buffer = Buffer.from(text.buffer, text.byteOffset, text.byteLength);
  const startIn = (ends: Uint32Array, word: number) => (word === 0 ? 0 : (ends[word - 1] as number));
  const wordAt = (word: number) => buffer.toString('utf8', startIn(textEnds, word), textEnds[word]);
  const list = (ends: Uint32Array, area: number, word: number): Uint8Array => {
    const start = startIn(ends, word);
    const length = (ends[word] as number) - start;
    const bytes = source.read(area + start, length);
    if (bytes?.length !== length) throw new SegmentDamage();
    return bytes;
  };
  const documentList = (word: number) => list(documentEnds, at.documentArea, word);

  const first = (count: number, isBefore: (place: number) => boolean): number => {
    let [from, to] = [0, count];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (isBefore(middle)) from = middle + 1;
      else to = middle;
    }
    return from;
  };

  return {
    documents,
    words,
    places: counts.places,
    ids,
    gone,
    idOf: (document) => idAt(ids, document),
    lengths,
    lengthOf: (document) => lengthOfByte[lengths[document] as number] as number,
    wordAt,
    firstFrom: (word) => first(words, (place) => wordAt(place) < word),
    soundsFrom: (key, most) => {
      const soundAt = (place: number) => soundKey(wordAt(bySound[place] as number));
      const found: number[] = [];
      for (let place = first(bySound.length, (each) => soundAt(each) < key); place < bySound.length && found.length < most; place += 1) {
        if (!soundAt(place).startsWith(key)) break;
        found.push(bySound[place] as number);
      }
      return found;
    },
    text,
    textEnds,
    addTo: (found, word, factor, lesser = false) => {
      if (lesser) found.lesser ??= new Float32Array(documents);
      addPostings(documentList(word), found, factor, (lesser ? found.lesser : null) ?? found.weights);
    },
    documentList,
    placeList: (word) => list(placeEnds, at.placeArea, word),
  };
}

function numbersIn(bytes: Uint8Array, at: number, count: number): Uint32Array {
  const from = bytes.byteOffset + at;
  return from % 4 === 0 ? new Uint32Array(bytes.buffer, from, count) : new Uint32Array(bytes.slice(at, at + count * 4).buffer, 0, count);
}

/** Numbers written by byte-run.ts, read one after another. */
export type NumberReader = { readonly bytes: Uint8Array; at: number };
export function nextNumber(reader: NumberReader): number {
  const { bytes } = reader;
  let byte = bytes[reader.at++] as number;
  if (byte < 128) return byte;
  let value = byte & 127;
  for (let shift = 7; byte > 127; shift += 7) {
    byte = bytes[reader.at++] as number;
    value |= (byte & 127) << shift;
  }
  return value >>> 0;
}

/** What a list of documents says of one: how far it is from the one before, how often the word stands in it, in which fields (as bits), and what that counts. */
export type Posting = { step: number; times: number; mask: number; weight: number };
export function nextPosting(reader: NumberReader, into: Posting): void {
  const step = nextNumber(reader);
  const said = (step & 1) === 0 ? 2 : nextNumber(reader);
  const times = said >>> 1;
  const inText = (said & 1) === 0;
  into.step = step >>> 1;
  into.times = times;
  into.mask = inText ? 1 << textField : nextNumber(reader);
  into.weight = inText ? times * (fieldBoost[textField] as number) : nextNumber(reader);
}

/** The inner loop of every search: numbers are taken apart in place. Most postings are one number: once, in the text only. */
function addPostings(bytes: Uint8Array, found: Found, factor: number, weights: Float32Array): void {
  const { masks, met } = found;
  let many = found.many;
  const end = bytes.length;
  const textBit = 1 << textField;
  const textBoost = fieldBoost[textField] as number;
  const once = factor * textBoost;
  const reader: NumberReader = { bytes, at: 0 };
  nextNumber(reader);
  let at = reader.at;
  let document = 0;
  while (at < end) {
    let byte = bytes[at++] as number;
    let step = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++] as number;
      step |= (byte & 127) << shift;
    }
    document += step >>> 1;
    if (masks[document] === 0) met[many++] = document;
    if ((step & 1) === 0) {
      weights[document] = (weights[document] as number) + once;
      masks[document] = (masks[document] as number) | textBit;
      continue;
    }
    reader.at = at;
    const times = nextNumber(reader);
    const inText = (times & 1) === 0;
    masks[document] = (masks[document] as number) | (inText ? textBit : nextNumber(reader));
    weights[document] = (weights[document] as number) + (inText ? once * (times >>> 1) : factor * nextNumber(reader));
    at = reader.at;
  }
  found.many = many;
}
