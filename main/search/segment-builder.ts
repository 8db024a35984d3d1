import { lengthOfNumber, setNumber } from './byte-run.ts';
import { encodeSegment } from './encode-segment.ts';
import { fieldBoost, type SearchedTexts, searchedFields, textField } from './fields.ts';
import { gatheredPostings } from './gathered-postings.ts';
import { longer } from './grown.ts';
import { idBytes, packId } from './object-ids.ts';
import { sortedByWord } from './sorted-words.ts';
import { type NumberRun, newVocabulary } from './vocabulary.ts';

/** Takes documents in ascending order of their ids, and makes a segment of them. */
export type SegmentBuilder = {
  /** Throws a RangeError for an id that does not come behind the one before. */
  readonly add: (id: string, texts: SearchedTexts) => void;
  readonly documents: () => number;
  /** Memory that what was gathered takes, about. */
  readonly bytes: () => number;
  /** Makes the segment, some milliseconds at each step. `gone`: objects that are no more. To be asked once. */
  readonly finishing: (gone?: readonly string[], sounds?: boolean) => Generator<void, Uint8Array>;
  /** The same at once. */
  readonly finish: (gone?: readonly string[], sounds?: boolean) => Uint8Array;
};

const fieldCount = searchedFields.length;
/** Bytes of postings written out between two pauses, and how many bytes a word is as good as, whatever it has. */
const [bytesAtOnce, bytesLikeAWord] = [500_000, 100];
/** What a word takes beside its postings: its spellings, the word, its number. */
const bytesPerWord = 300;

/** Of one document: its words, numbered as they are met, how often each stands there, and, one word behind the other, the places where it stands. */
type Sheet = { words: Uint32Array; ends: Uint32Array; numbers: Uint32Array; places: Uint32Array };
const roomAtFirst = 1 << 10;

/** No object is made for a word or a place: the words of a document are put in order, and its postings written behind those of the documents before. */
export function segmentBuilder(): SegmentBuilder {
  const vocabulary = newVocabulary();
  const postings = gatheredPostings();
  const run: NumberRun = { array: new Uint32Array(roomAtFirst), length: 0 };
  const sheet: Sheet = { words: emptyRoom(), ends: emptyRoom(), numbers: emptyRoom(), places: emptyRoom() };
  const fieldEnds = new Uint32Array(fieldCount);
  let documents = 0;
  let lastId = '';
  let ids = new Uint8Array(idBytes << 6);
  let lengths = new Uint32Array(1 << 6);
  /** Of each word, in pairs: one more than the document that it was met in last, and its number there. */
  let met = new Uint32Array(roomAtFirst);

  const add = (id: string, texts: SearchedTexts): void => {
    if (documents > 0 && id <= lastId) throw new RangeError('search: documents come in the order of their ids');
    const document = documents++;
    lastId = id;
    if (ids.length < documents * idBytes) ids = longer(ids, Uint8Array);
    packId(id, ids, document * idBytes);
    run.length = 0;
    for (const [field, name] of searchedFields.entries()) {
      if (texts[name] !== '') vocabulary.read(texts[name], run);
      fieldEnds[field] = run.length;
    }
    while (met.length < vocabulary.words.length * 2) met = longer(met, Uint32Array);
    if (document === lengths.length) lengths = longer(lengths, Uint32Array);
    lengths[document] = run.length;
    putAll(document, inOrder(document));
  };

  /** Puts the words of the document at hand in order; how many there are. */
  const inOrder = (document: number): number => {
    while (sheet.words.length < run.length) for (const part of ['words', 'ends', 'numbers', 'places'] as const) sheet[part] = longer(sheet[part], Uint32Array);
    const { array, length } = run;
    const { words, ends, numbers, places } = sheet;
    let many = 0;
    for (let at = 0; at < length; at += 1) {
      const pair = (array[at] as number) * 2;
      if (met[pair] !== document + 1) {
        met[pair] = document + 1;
        met[pair + 1] = many;
        words[many] = array[at] as number;
        ends[many] = 0;
        many += 1;
      }
      const number = met[pair + 1] as number;
      numbers[at] = number;
      ends[number] = (ends[number] as number) + 1;
    }
    // How often becomes where the places of each begin, and then, as they are put there, where they end.
    for (let number = 0, sum = 0; number < many; number += 1) {
      const times = ends[number] as number;
      ends[number] = sum;
      sum += times;
    }
    for (let field = 0, at = 0; field < fieldCount; field += 1) {
      // A phrase does not go on from one field into the next.
      for (const end = fieldEnds[field] as number; at < end; at += 1) {
        const number = numbers[at] as number;
        const slot = ends[number] as number;
        places[slot] = at + field;
        ends[number] = slot + 1;
      }
    }
    return many;
  };

  const putAll = (document: number, many: number): void => {
    const { words, ends, places } = sheet;
    const textStart = (fieldEnds[textField - 1] as number) + textField;
    const textEnd = (fieldEnds[textField] as number) + textField;
    postings.expect(words, many);
    for (let number = 0, from = 0; number < many; number += 1) {
      const end = ends[number] as number;
      let [mask, weight] = [1 << textField, (end - from) * (fieldBoost[textField] as number)];
      if ((places[from] as number) < textStart || (places[end - 1] as number) >= textEnd) {
        [mask, weight] = [0, 0];
        for (let at = from, field = 0; at < end; at += 1) {
          while ((places[at] as number) >= (fieldEnds[field] as number) + field) field += 1;
          mask |= 1 << field;
          weight += fieldBoost[field] as number;
        }
      }
      postings.put(words[number] as number, document, places, from, end, mask, weight);
      from = end;
    }
  };

  function* finishing(gone: readonly string[] = [], sounds = true): Generator<void, Uint8Array> {
    const { words } = vocabulary;
    const order = yield* sortedByWord(words.keys(), (word) => words[word] as string);
    const sorted = order.map((word) => words[word] as string);
    const [documentEnds, placeEnds] = [new Uint32Array(order.length), new Uint32Array(order.length)];
    for (let rank = 0, document = 0, place = 0; rank < order.length; rank += 1) {
      const word = order[rank] as number;
      document += lengthOfNumber(postings.documents(word)) + postings.saidBytes(word);
      place += postings.placeBytes(word);
      documentEnds[rank] = document;
      placeEnds[rank] = place;
    }
    yield;
    const parts = { ids: ids.subarray(0, documents * idBytes), gone, lengths: lengths.subarray(0, documents), words: sorted, documentEnds, placeEnds };
    const { segment, documentArea, placeArea } = yield* encodeSegment(parts, sounds);
    yield;
    for (let rank = 0, document = 0, place = 0, paused = 0; rank < order.length; rank += 1) {
      const word = order[rank] as number;
      document = setNumber(documentArea, document, postings.documents(word));
      postings.copy(word, documentArea, document, placeArea, place);
      document = documentEnds[rank] as number;
      place = placeEnds[rank] as number;
      if (document + place + rank * bytesLikeAWord < paused + bytesAtOnce) continue;
      paused = document + place + rank * bytesLikeAWord;
      yield;
    }
    return segment;
  }

  return {
    add,
    documents: () => documents,
    bytes: () => postings.bytes() + vocabulary.words.length * bytesPerWord,
    finishing,
    finish: (gone, sounds) => {
      const steps = finishing(gone, sounds);
      for (;;) {
        const step = steps.next();
        if (step.done === true) return step.value;
      }
    },
  };
}

function emptyRoom(): Uint32Array {
  return new Uint32Array(roomAtFirst);
}
