import { type ByteRun, byteRun, ensure, putBytes, putNumber, written } from './byte-run.ts';
import { encodeSegment } from './encode-segment.ts';
import { compareIds, idAt, idBytes } from './object-ids.ts';
import { type NumberReader, nextNumber, type Segment } from './segment.ts';

/** A segment to be merged, and which of its documents still stand. */
export type MergedSegment = { readonly segment: Segment; readonly alive: Uint8Array };

/** What is not written: that a word stands once, in the text only. */
const once = 2;
/** Words merged between two pauses. */
const wordsAtOnce = 2_000;

/**
 * Makes one segment of several, given from the oldest to the newest. Documents that no longer stand are left behind, and so is what is gone when nothing older is left that could
 * hold it (`oldest`). Pauses now and then: each step of the generator is some milliseconds. Throws {@link SegmentDamage}.
 */
export function* mergeSegments(merged: readonly MergedSegment[], oldest: boolean): Generator<void, Uint8Array> {
  const { ids, numbers, lengths } = mergeDocuments(merged);
  const dictionaries = merged.map(({ segment }) => ({ segment, at: 0, word: segment.words > 0 ? segment.wordAt(0) : null }));
  const scratch = merged.map(({ segment }) => emptyList(segment.documents));
  const words: string[] = [];
  const documentEnds: number[] = [];
  const placeEnds: number[] = [];
  const documentArea = byteRun(1 << 16);
  const placeArea = byteRun(1 << 16);
  for (let turn = 1; ; turn += 1) {
    let word: string | null = null;
    for (const { word: next } of dictionaries) if (next !== null && (word === null || next < word)) word = next;
    if (word === null) break;
    const lists: PostingList[] = [];
    for (const [place, dictionary] of dictionaries.entries()) {
      if (dictionary.word !== word) continue;
      const list = scratch[place] as PostingList;
      readPostings(list, dictionary.segment, dictionary.at, numbers[place] as Int32Array);
      lists.push(list);
      dictionary.at += 1;
      dictionary.word = dictionary.at < dictionary.segment.words ? dictionary.segment.wordAt(dictionary.at) : null;
    }
    if (writePostings(lists, documentArea, placeArea)) {
      words.push(word);
      documentEnds.push(documentArea.length);
      placeEnds.push(placeArea.length);
    }
    if (turn % wordsAtOnce === 0) yield;
  }
  yield;
  const gone = oldest ? [] : stillGone(merged, ids);
  const parts = { ids, gone, lengths, words, documentEnds: Uint32Array.from(documentEnds), placeEnds: Uint32Array.from(placeEnds) };
  const encoded = yield* encodeSegment(parts, true);
  encoded.documentArea.set(written(documentArea));
  encoded.placeArea.set(written(placeArea));
  return encoded.segment;
}

/** Documents that stand, by id; of each segment its documents' new numbers, -1 for what is left behind. */
function mergeDocuments(merged: readonly MergedSegment[]) {
  const numbers = merged.map(({ segment }) => new Int32Array(segment.documents).fill(-1));
  const total = merged.reduce((sum, { alive }) => sum + alive.reduce((count, each) => count + each, 0), 0);
  const ids = new Uint8Array(total * idBytes);
  const lengths = new Uint32Array(total);
  const at = merged.map(() => 0);
  for (let number = 0; number < total; number += 1) {
    let next = -1;
    for (const [place, { segment, alive }] of merged.entries()) {
      while ((at[place] as number) < segment.documents && alive[at[place] as number] === 0) at[place] = (at[place] as number) + 1;
      if ((at[place] as number) >= segment.documents) continue;
      const least = merged[next];
      if (!least || compareIds(segment.ids, at[place] as number, least.segment.ids, at[next] as number) < 0) next = place;
    }
    const from = merged[next];
    if (!from) break;
    const document = at[next] as number;
    ids.set(from.segment.ids.subarray(document * idBytes, (document + 1) * idBytes), number * idBytes);
    lengths[number] = Math.round(from.segment.lengthOf(document));
    (numbers[next] as Int32Array)[document] = number;
    at[next] = document + 1;
  }
  return { ids, numbers, lengths };
}

/** Of one word in one segment: the new number of each document, where what is said of it behind the step lies, and where its places; made once and used for every word. */
type PostingList = {
  readonly documents: Int32Array;
  readonly saidStart: Uint32Array;
  readonly saidEnd: Uint32Array;
  readonly placeStart: Uint32Array;
  readonly placeEnd: Uint32Array;
  documentBytes: Uint8Array;
  placeBytes: Uint8Array;
  count: number;
  at: number;
};

function emptyList(documents: number): PostingList {
  const numbers = () => new Uint32Array(documents);
  const none = new Uint8Array(0);
  return {
    documents: new Int32Array(documents),
    saidStart: numbers(),
    saidEnd: numbers(),
    placeStart: numbers(),
    placeEnd: numbers(),
    documentBytes: none,
    placeBytes: none,
    count: 0,
    at: 0,
  };
}

function readPostings(list: PostingList, segment: Segment, word: number, numbers: Int32Array): void {
  const documentBytes = segment.documentList(word);
  const placeBytes = segment.placeList(word);
  const reader: NumberReader = { bytes: documentBytes, at: 0 };
  const total = nextNumber(reader);
  let count = 0;
  let placeAt = 0;
  for (let each = 0, document = 0; each < total; each += 1) {
    const step = nextNumber(reader);
    document += step >>> 1;
    list.saidStart[count] = reader.at;
    const said = (step & 1) === 0 ? once : nextNumber(reader);
    if ((said & 1) === 1) {
      nextNumber(reader);
      nextNumber(reader);
    }
    list.saidEnd[count] = reader.at;
    list.placeStart[count] = placeAt;
    for (let passed = said >>> 1; passed > 0; placeAt += 1) if ((placeBytes[placeAt] as number) < 128) passed -= 1;
    list.placeEnd[count] = placeAt;
    const number = numbers[document] as number;
    list.documents[count] = number;
    if (number >= 0) count += 1;
  }
  list.documentBytes = documentBytes;
  list.placeBytes = placeBytes;
  list.count = count;
  list.at = 0;
}

/** Whether any document was left. */
function writePostings(lists: readonly PostingList[], documentArea: ByteRun, placeArea: ByteRun): boolean {
  let total = 0;
  for (const { count } of lists) total += count;
  if (total === 0) return false;
  ensure(documentArea, 5);
  putNumber(documentArea, total);
  let before = 0;
  for (let written = 0; written < total; written += 1) {
    let next = lists[0] as PostingList;
    let least = Number.POSITIVE_INFINITY;
    for (const list of lists) {
      if (list.at === list.count || (list.documents[list.at] as number) >= least) continue;
      next = list;
      least = list.documents[list.at] as number;
    }
    const { at } = next;
    ensure(documentArea, 5);
    const more = (next.saidEnd[at] as number) > (next.saidStart[at] as number) ? 1 : 0;
    putNumber(documentArea, (least - before) * 2 + more);
    putBytes(documentArea, next.documentBytes, next.saidStart[at] as number, next.saidEnd[at] as number);
    putBytes(placeArea, next.placeBytes, next.placeStart[at] as number, next.placeEnd[at] as number);
    before = least;
    next.at = at + 1;
  }
  return true;
}

/** What is gone and did not come back in a newer one of them. */
function stillGone(merged: readonly MergedSegment[], ids: Uint8Array): readonly string[] {
  const standing = new Set(Array.from({ length: ids.length / idBytes }, (_, place) => idAt(ids, place)));
  const gone = merged.flatMap(({ segment }) => Array.from({ length: segment.gone.length / idBytes }, (_, place) => idAt(segment.gone, place)));
  return [...new Set(gone)].filter((id) => !standing.has(id));
}
