import { fieldBoost, textField } from './fields.ts';
import { type Found, noteMet } from './met.ts';
import { type NumberReader, nextNumber, nextPosting, type Posting, type Segment } from './segment.ts';

/**
 * Documents that hold one word, and its places there. The list of places is only opened for a document that holds every word of the row, and what others have
 * is passed over at once: most rows are ruled out by their documents alone.
 */
type Cursor = {
  /** Goes on to the first document that does not come before this one; -1 at the end. */
  readonly seek: (document: number) => number;
  /** The places of the word in the document it stands at. */
  readonly places: () => readonly number[];
  /** Fields it is held by there, as bits. */
  readonly mask: () => number;
};

function cursorOver(segment: Segment, word: number, list: Uint8Array): Cursor {
  const documents: NumberReader = { bytes: list, at: 0 };
  let left = nextNumber(documents);
  let document = -1;
  const posting: Posting = { step: 0, times: 0, mask: 0, weight: 0 };
  let bytes: Uint8Array | null = null;
  let placeAt = 0;
  /** Places of documents behind which it stands, that are not passed over yet. */
  let behind = 0;

  return {
    seek: (sought) => {
      while (document < sought) {
        if (left === 0) return -1;
        left -= 1;
        behind += posting.times;
        nextPosting(documents, posting);
        document = Math.max(document, 0) + posting.step;
      }
      return document;
    },
    places: () => {
      bytes ??= segment.placeList(word);
      for (; behind > 0; placeAt += 1) if ((bytes[placeAt] as number) < 128) behind -= 1;
      const reader: NumberReader = { bytes, at: placeAt };
      const found: number[] = [];
      for (let place = 0, read = 0; read < posting.times; read += 1) {
        place += nextNumber(reader);
        found.push(place);
      }
      return found;
    },
    mask: () => posting.mask,
  };
}

/** Adds to each document that holds these words one behind the other, in this order, what they count. */
export function addPhrase(segment: Segment, found: Found, words: readonly number[]): void {
  // The rarest word leads: only documents that hold it are looked for in the lists of the others, of the rarer ones first.
  const lists = words.map((word, place) => ({ word, place, list: segment.documentList(word) })).sort((one, other) => one.list.length - other.list.length);
  const cursors = lists.map(({ word, place, list }) => ({ place, ...cursorOver(segment, word, list) }));
  const [lead, ...others] = cursors;
  if (!lead) return;
  const boost = fieldBoost[textField] as number;
  for (let document = lead.seek(0); document >= 0; ) {
    let furthest = document;
    for (let each = 0; each < others.length && furthest === document; each += 1) furthest = (others[each] as Cursor).seek(document);
    if (furthest < 0) return;
    if (furthest > document) {
      document = lead.seek(furthest);
      continue;
    }
    const times = timesInRow(cursors);
    if (times > 0) {
      noteMet(found, document);
      found.weights[document] = (found.weights[document] as number) + times * boost * words.length;
      found.masks[document] = (found.masks[document] as number) | cursors.reduce((mask, cursor) => mask & cursor.mask(), 15);
    }
    document = lead.seek(document + 1);
  }
}

/** How often the words stand in a row: places of the first at which each other word has its place. */
function timesInRow(cursors: readonly (Cursor & { readonly place: number })[]): number {
  const [first, ...others] = cursors;
  if (!first) return 0;
  let beginnings = first.places().map((place) => place - first.place);
  for (const cursor of others) {
    if (beginnings.length === 0) return 0;
    const places = cursor.places();
    let at = 0;
    beginnings = beginnings.filter((beginning) => {
      const wanted = beginning + cursor.place;
      while (at < places.length && (places[at] as number) < wanted) at += 1;
      return places[at] === wanted;
    });
  }
  return beginnings.length;
}
