import { fieldBoost, textField } from './fields.ts';
import type { Found } from './segment.ts';
import { type NumberReader, nextNumber, type Segment } from './segment.ts';

/** Documents that hold one word, with the places; both lists are gone through side by side, and what no document asks for is passed over. */
type Cursor = {
  /** Goes on to the first document that does not come before this one; -1 at the end. */
  readonly seek: (document: number) => number;
  /** The places of the word in the document it stands at. */
  readonly places: () => readonly number[];
  /** Fields it is held by there, as bits. */
  readonly mask: () => number;
};

function cursorOver(segment: Segment, word: number): Cursor {
  const documents: NumberReader = { bytes: segment.documentList(word), at: 0 };
  const bytes = segment.placeList(word);
  let placeAt = 0;
  let left = nextNumber(documents);
  let document = 0;
  let times = 0;
  let mask = 0;
  let begun = false;

  const pass = (numbers: number): void => {
    for (let passed = 0; passed < numbers; placeAt += 1) if ((bytes[placeAt] as number) < 128) passed += 1;
  };
  const step = (): boolean => {
    if (left === 0) return false;
    left -= 1;
    document += nextNumber(documents);
    const said = nextNumber(documents);
    times = said >>> 1;
    mask = 1 << textField;
    if ((said & 1) === 1) {
      mask = nextNumber(documents);
      nextNumber(documents);
    }
    return true;
  };
  return {
    seek: (sought) => {
      if (!begun) {
        begun = true;
        if (!step()) return -1;
      }
      while (document < sought) {
        pass(times);
        if (!step()) return -1;
      }
      return document;
    },
    places: () => {
      const reader: NumberReader = { bytes, at: placeAt };
      const found: number[] = [];
      for (let place = 0, read = 0; read < times; read += 1) {
        place += nextNumber(reader);
        found.push(place);
      }
      return found;
    },
    mask: () => mask,
  };
}

/** Adds to each document that holds these words one behind the other, in this order, what they count. */
export function addPhrase(segment: Segment, found: Found, words: readonly number[]): void {
  // The rarest word leads: only documents that hold it are looked for in the lists of the others.
  const order = words.map((word, place) => ({ word, place, bytes: segment.documentList(word).length })).sort((one, other) => one.bytes - other.bytes);
  const cursors = order.map(({ word, place }) => ({ place, ...cursorOver(segment, word) }));
  const lead = cursors[0];
  if (!lead) return;
  const boost = fieldBoost[textField] as number;
  for (let document = lead.seek(0); document >= 0; ) {
    const behind = cursors.slice(1).map((cursor) => cursor.seek(document));
    const ended = behind.includes(-1);
    const furthest = Math.max(document, ...behind);
    if (ended) return;
    if (furthest === document) {
      const times = timesInRow(cursors);
      if (times > 0) {
        found.weights[document] = (found.weights[document] as number) + times * boost * words.length;
        found.masks[document] = (found.masks[document] as number) | cursors.reduce((mask, cursor) => mask & cursor.mask(), 15);
      }
      document = lead.seek(document + 1);
    } else document = lead.seek(furthest);
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
