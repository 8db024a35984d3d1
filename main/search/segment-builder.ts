import { byteRun, ensure, putNumber } from './byte-run.ts';
import { encodeSegment } from './encode-segment.ts';
import { fieldBoost, type SearchedTexts, searchedFields, textField } from './fields.ts';
import { packIds } from './object-ids.ts';
import { longer, type NumberRun, newVocabulary } from './vocabulary.ts';

/** Takes documents in any order, each id once, and makes a segment of them. */
export type SegmentBuilder = {
  readonly add: (id: string, texts: SearchedTexts) => void;
  /** Places of words so far: what the memory it takes goes by. */
  readonly places: () => number;
  readonly documents: () => number;
  /** `gone`: objects that are no more. To be asked once. */
  readonly finish: (gone?: readonly string[], sounds?: boolean) => Uint8Array;
};

const fieldCount = searchedFields.length;

/** Words are numbered as they are met, and all their places gathered by one counting sort at the end: no object is made for a word or a place. */
export function segmentBuilder(): SegmentBuilder {
  const vocabulary = newVocabulary();
  const run: NumberRun = { array: new Uint32Array(1 << 12), length: 0 };
  const ids: string[] = [];
  /** Of each document where each of its fields ends in `run`. */
  let fieldEnds = new Uint32Array(1 << 8);

  const add = (id: string, texts: SearchedTexts): void => {
    const at = ids.length * fieldCount;
    if (at + fieldCount > fieldEnds.length) fieldEnds = longer(fieldEnds, Uint32Array);
    for (const [place, field] of searchedFields.entries()) {
      if (texts[field] !== '') vocabulary.read(texts[field], run);
      fieldEnds[at + place] = run.length;
    }
    ids.push(id);
  };

  const finish = (gone: readonly string[] = [], sounds = true): Uint8Array => {
    const { words } = vocabulary;
    const order = Array.from(ids.keys()).sort((a, b) => ((ids[a] ?? '') < (ids[b] ?? '') ? -1 : 1));
    const sorted = words.toSorted();
    const rankOf = new Map(sorted.map((word, rank) => [word, rank]));
    const ranks = Uint32Array.from(words, (word) => rankOf.get(word) ?? 0);
    const postings = gather(run, fieldEnds, order, ranks);
    const startOf = (document: number) => (document === 0 ? 0 : (fieldEnds[document * fieldCount - 1] ?? 0));
    return encodeSegment(
      {
        ids: packIds(order.map((document) => ids[document] ?? '')),
        gone,
        lengths: Uint32Array.from(order, (document) => (fieldEnds[document * fieldCount + fieldCount - 1] ?? 0) - startOf(document)),
        words: sorted,
        ...encodePostings(postings, order, fieldEnds),
      },
      sounds,
    );
  };

  return { add, finish, places: () => run.length, documents: () => ids.length };
}

/** Of each word, by rank, from `starts` on: the documents that hold it, by their new number, and the places there. */
type Gathered = { readonly starts: Uint32Array; readonly documents: Uint32Array; readonly places: Uint32Array };

function gather(run: NumberRun, fieldEnds: Uint32Array, order: readonly number[], ranks: Uint32Array): Gathered {
  const { array, length } = run;
  const starts = new Uint32Array(ranks.length + 1);
  for (let at = 0; at < length; at += 1) {
    const next = (ranks[array[at] as number] as number) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  for (let rank = 0; rank < ranks.length; rank += 1) starts[rank + 1] = (starts[rank + 1] as number) + (starts[rank] as number);
  const next = starts.slice();
  const documents = new Uint32Array(length);
  const places = new Uint32Array(length);
  for (let number = 0; number < order.length; number += 1) {
    const document = order[number] as number;
    let at = document === 0 ? 0 : (fieldEnds[document * fieldCount - 1] as number);
    let place = 0;
    for (let field = 0; field < fieldCount; field += 1) {
      const end = fieldEnds[document * fieldCount + field] as number;
      for (; at < end; at += 1) {
        const rank = ranks[array[at] as number] as number;
        const slot = next[rank] as number;
        next[rank] = slot + 1;
        documents[slot] = number;
        places[slot] = place;
        place += 1;
      }
      // A phrase does not go on from one field into the next.
      place += 1;
    }
  }
  return { starts, documents, places };
}

function encodePostings({ starts, documents, places }: Gathered, order: readonly number[], fieldEnds: Uint32Array) {
  const count = starts.length - 1;
  const documentArea = byteRun(documents.length * 2);
  const placeArea = byteRun(documents.length * 2);
  const documentEnds = new Uint32Array(count);
  const placeEnds = new Uint32Array(count);
  for (let rank = 0; rank < count; rank += 1) {
    const end = starts[rank + 1] as number;
    ensure(documentArea, 5);
    putNumber(documentArea, distinct(documents, starts[rank] as number, end));
    let before = 0;
    for (let at = starts[rank] as number; at < end; ) {
      const document = documents[at] as number;
      let next = at;
      while (next < end && documents[next] === document) next += 1;
      ensure(documentArea, 16);
      putNumber(documentArea, document - before);
      before = document;
      const original = order[document] as number;
      const start = original === 0 ? 0 : (fieldEnds[original * fieldCount - 1] as number);
      const textStart = (fieldEnds[original * fieldCount + textField - 1] as number) - start + textField;
      const textEnd = (fieldEnds[original * fieldCount + textField] as number) - start + textField;
      if ((places[at] as number) >= textStart && (places[next - 1] as number) < textEnd) putNumber(documentArea, (next - at) * 2);
      else {
        putNumber(documentArea, (next - at) * 2 + 1);
        let mask = 0;
        let weight = 0;
        for (let place = at, field = 0; place < next; place += 1) {
          while ((places[place] as number) >= (fieldEnds[original * fieldCount + field] as number) - start + field) field += 1;
          mask |= 1 << field;
          weight += fieldBoost[field] as number;
        }
        putNumber(documentArea, mask);
        putNumber(documentArea, weight);
      }
      ensure(placeArea, (next - at) * 5);
      for (let previous = 0; at < next; at += 1) {
        const place = places[at] as number;
        putNumber(placeArea, place - previous);
        previous = place;
      }
    }
    documentEnds[rank] = documentArea.length;
    placeEnds[rank] = placeArea.length;
  }
  return { documentArea, placeArea, documentEnds, placeEnds };
}

function distinct(documents: Uint32Array, from: number, to: number): number {
  let count = from < to ? 1 : 0;
  for (let at = from + 1; at < to; at += 1) if (documents[at] !== documents[at - 1]) count += 1;
  return count;
}
