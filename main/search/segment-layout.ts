import { idBytes } from './object-ids.ts';

/**
 * A segment as bytes (casefile/FORMAT.md §13): a head of 16 u32, then the sections of the directory, each beginning at a multiple of 4, then the two areas of
 * postings, which are read piece by piece.
 */
export const headBytes = 64;
const magic = 0x47455343;
/** An index of another version is none: it is made anew. */
const version = 2;

/** How many of each there are. */
export type SegmentCounts = {
  readonly documents: number;
  readonly gone: number;
  readonly words: number;
  readonly sounds: number;
  readonly textBytes: number;
  readonly documentBytes: number;
  readonly placeBytes: number;
  /** Places of words in all documents. */
  readonly places: number;
};

/** Where each section begins, and the end of the last. */
export type SegmentPlaces = {
  readonly ids: number;
  readonly gone: number;
  readonly lengths: number;
  readonly textEnds: number;
  readonly documentEnds: number;
  readonly placeEnds: number;
  readonly sounds: number;
  readonly text: number;
  readonly documentArea: number;
  readonly placeArea: number;
  readonly end: number;
};

export function placesOf(counts: SegmentCounts): SegmentPlaces {
  const ids = headBytes;
  const gone = ids + counts.documents * idBytes;
  const lengths = gone + counts.gone * idBytes;
  const textEnds = upTo4(lengths + counts.documents);
  const documentEnds = textEnds + counts.words * 4;
  const placeEnds = documentEnds + counts.words * 4;
  const sounds = placeEnds + counts.words * 4;
  const text = sounds + counts.sounds * 4;
  const documentArea = upTo4(text + counts.textBytes);
  const placeArea = documentArea + counts.documentBytes;
  return { ids, gone, lengths, textEnds, documentEnds, placeEnds, sounds, text, documentArea, placeArea, end: placeArea + counts.placeBytes };
}

export function encodeHead(counts: SegmentCounts): Uint8Array {
  const { documents, gone, words, sounds, textBytes, documentBytes, placeBytes, places } = counts;
  const head = new Uint8Array(headBytes);
  const view = new DataView(head.buffer);
  const numbers = [magic, version, documents, gone, words, sounds, textBytes, documentBytes, placeBytes, places];
  for (const [place, number] of numbers.entries()) view.setUint32(place * 4, number, true);
  return head;
}

/** `null` for anything but a head of this version. */
export function decodeHead(head: Uint8Array): SegmentCounts | null {
  if (head.length < headBytes) return null;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const at = (place: number) => view.getUint32(place * 4, true);
  if (at(0) !== magic || at(1) !== version) return null;
  return {
    documents: at(2),
    gone: at(3),
    words: at(4),
    sounds: at(5),
    textBytes: at(6),
    documentBytes: at(7),
    placeBytes: at(8),
    places: at(9),
  };
}

function upTo4(length: number): number {
  return Math.ceil(length / 4) * 4;
}

/** Lengths of documents are kept in one byte: sixteenths of the binary logarithm of one more. */
export function lengthByte(places: number): number {
  return Math.min(255, Math.round(16 * Math.log2(1 + places)));
}
export const lengthOfByte: Float32Array = Float32Array.from({ length: 256 }, (_, byte) => 2 ** (byte / 16) - 1);
