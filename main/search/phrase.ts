import { fieldBoost, textField } from './fields.ts';
import { longer } from './grown.ts';
import { type Found, noteMet } from './met.ts';
import { type NumberReader, nextNumber, nextPosting, type Posting, type Segment } from './segment.ts';

/**
 * Documents that hold every word of a row, in ascending order, with the fields that hold them all (as bits); and for each word, by its turn, how often it stands in each of
 * them, and how many places its list has before. `room` lies between two words. Kept from question to question.
 */
type Common = { documents: Uint32Array; masks: Uint8Array; times: Uint32Array; before: Uint32Array; room: number; many: number };
const roomAtFirst = 1 << 8;
const common: Common = {
  documents: new Uint32Array(roomAtFirst),
  masks: new Uint8Array(roomAtFirst),
  times: new Uint32Array(roomAtFirst),
  before: new Uint32Array(roomAtFirst),
  room: 0,
  many: 0,
};
/** Where a row may begin in the document at hand. */
let beginnings = new Int32Array(roomAtFirst);

/** A word of the row: its place there, its list of places, and how far that is read. */
type Word = { readonly place: number; readonly open: () => Uint8Array; reader: NumberReader | null; passed: number };

/** Adds to each document that holds these words one behind the other, in this order, what they count. */
export function addPhrase(segment: Segment, found: Found, words: readonly number[]): void {
  // The rarest word leads: most rows are ruled out by their documents alone, and the places of a word are only read where all words are.
  const lists = words.map((word, place) => ({ word, place, list: segment.documentList(word) })).sort((one, other) => one.list.length - other.list.length);
  for (const [turn, { list }] of lists.entries()) {
    if (turn === 0) takeAll(list, words.length);
    else keepCommon(list, turn);
    if (common.many === 0) return;
  }
  const row = lists.map(({ word, place }): Word => ({ place, open: () => segment.placeList(word), reader: null, passed: 0 }));
  const boost = fieldBoost[textField] as number;
  for (let each = 0; each < common.many; each += 1) {
    const times = timesInRow(row, each);
    if (times === 0) continue;
    const document = common.documents[each] as number;
    noteMet(found, document);
    found.weights[document] = (found.weights[document] as number) + times * boost * words.length;
    found.masks[document] = (found.masks[document] as number) | (common.masks[each] as number);
  }
}

/** Every document of the list of the word that leads. */
function takeAll(list: Uint8Array, words: number): void {
  const reader: NumberReader = { bytes: list, at: 0 };
  const posting: Posting = { step: 0, times: 0, mask: 0, weight: 0 };
  const many = nextNumber(reader);
  while (common.documents.length < many) {
    common.documents = longer(common.documents, Uint32Array);
    common.masks = longer(common.masks, Uint8Array);
  }
  while (common.times.length < many * words) {
    common.times = longer(common.times, Uint32Array);
    common.before = longer(common.before, Uint32Array);
  }
  common.room = many;
  common.many = many;
  const { documents, masks, times, before } = common;
  for (let each = 0, document = 0, places = 0; each < many; each += 1) {
    nextPosting(reader, posting);
    document += posting.step;
    documents[each] = document;
    masks[each] = posting.mask;
    times[each] = posting.times;
    before[each] = places;
    places += posting.times;
  }
}

/** Leaves of the documents those that are in the list of another word too. The inner loop of searching rows: numbers are taken apart in place. */
function keepCommon(list: Uint8Array, turn: number): void {
  const { documents, masks, times, before, room, many } = common;
  const reader: NumberReader = { bytes: list, at: 0 };
  nextNumber(reader);
  let [kept, from] = [0, 0];
  let sought = documents[0] as number;
  const end = list.length;
  for (let at = reader.at, document = 0, places = 0; at < end; ) {
    let byte = list[at++] as number;
    let step = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = list[at++] as number;
      step |= (byte & 127) << shift;
    }
    document += step >>> 1;
    let [here, mask] = [1, 1 << textField];
    if ((step & 1) === 1) {
      reader.at = at;
      const said = nextNumber(reader);
      here = said >>> 1;
      if ((said & 1) === 1) {
        mask = nextNumber(reader);
        nextNumber(reader);
      }
      at = reader.at;
    }
    places += here;
    if (document < sought) continue;
    while (from < many && (documents[from] as number) < document) from += 1;
    if (from < many && documents[from] === document) {
      documents[kept] = document;
      masks[kept] = (masks[from] as number) & mask;
      for (let word = 0; word < turn * room; word += room) {
        times[word + kept] = times[word + from] as number;
        before[word + kept] = before[word + from] as number;
      }
      times[turn * room + kept] = here;
      before[turn * room + kept] = places - here;
      kept += 1;
      from += 1;
    }
    if (from === many) break;
    sought = documents[from] as number;
  }
  common.many = kept;
}

/** How often the words stand in a row in one of the documents: places of the first at which each other word has its place. */
function timesInRow(row: readonly Word[], each: number): number {
  const { times, before, room } = common;
  let many = 0;
  for (let turn = 0; turn < row.length; turn += 1) {
    const word = row[turn] as Word;
    const here = times[turn * room + each] as number;
    word.reader ??= { bytes: word.open(), at: 0 };
    const { reader } = word;
    passOver(reader, (before[turn * room + each] as number) - word.passed);
    word.passed = (before[turn * room + each] as number) + here;
    many = turn === 0 ? begin(reader, here, word.place) : goOn(reader, here, word.place, many);
    if (many === 0) return 0;
  }
  return many;
}

/** A row may begin wherever its word that leads has its place. */
function begin(reader: NumberReader, times: number, inRow: number): number {
  while (beginnings.length < times) beginnings = longer(beginnings, Int32Array);
  for (let read = 0, place = 0; read < times; read += 1) {
    place += nextNumber(reader);
    beginnings[read] = place - inRow;
  }
  return times;
}

/** Leaves of so many beginnings those at which another word has its place too. */
function goOn(reader: NumberReader, times: number, inRow: number, many: number): number {
  let [at, kept] = [0, 0];
  for (let read = 0, place = 0; read < times; read += 1) {
    place += nextNumber(reader);
    while (at < many && (beginnings[at] as number) < place - inRow) at += 1;
    if (at < many && beginnings[at] === place - inRow) beginnings[kept++] = beginnings[at++] as number;
  }
  return kept;
}

function passOver(reader: NumberReader, numbers: number): void {
  const { bytes } = reader;
  let at = reader.at;
  for (let left = numbers; left > 0; at += 1) left -= (bytes[at] as number) < 128 ? 1 : 0;
  reader.at = at;
}
