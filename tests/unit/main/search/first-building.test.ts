import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldBoost, type SearchedTexts, searchedFields } from '#main/search/fields.ts';
import { firstBuilding } from '#main/search/first-building.ts';
import { type LayeredIndex, layeredIndex } from '#main/search/layered-index.ts';
import { nextNumber, nextPosting, openSegment, type Posting, type Segment } from '#main/search/segment.ts';
import { segmentBuilder } from '#main/search/segment-builder.ts';
import { numberedId } from '#tests/harness/stored-case.ts';
import { wordsIn } from './naive-search.ts';

const through = (steps: Generator<void, void>): number => {
  let count = 0;
  while (steps.next().done !== true) count += 1;
  return count;
};

/** Builds from documents with the ids 2, 4, 6 …; how often so much was gathered that it was settled is told too. */
function built(texts: readonly SearchedTexts[], most?: number): { readonly index: LayeredIndex; readonly settled: number } {
  const index = layeredIndex();
  const building = firstBuilding(index, most);
  let settled = 0;
  for (const [number, each] of texts.entries()) {
    building.add(numberedId(2 * number + 2), each);
    if (!building.full()) continue;
    through(building.settling());
    settled += 1;
  }
  through(building.finishing());
  return { index, settled };
}
const onlySegment = (index: LayeredIndex): Uint8Array => {
  expect(index.layers().length).toBe(1);
  return index.layers()[0]?.unwritten ?? new Uint8Array(0);
};
const opened = (bytes: Uint8Array): Segment => openSegment({ read: (at, length) => bytes.subarray(at, at + length) }) as Segment;

type Held = { readonly document: number; readonly mask: number; readonly weight: number; readonly places: readonly number[] };
/** What a segment says of a word. */
function saidOf(segment: Segment, word: number): readonly Held[] {
  const [list, places] = [
    { bytes: segment.documentList(word), at: 0 },
    { bytes: segment.placeList(word), at: 0 },
  ];
  const held: Held[] = [];
  let document = 0;
  for (let left = nextNumber(list); left > 0; left -= 1) {
    const posting: Posting = { step: 0, times: 0, mask: 0, weight: 0 };
    nextPosting(list, posting);
    document += posting.step;
    let place = 0;
    const here = Array.from({ length: posting.times }, () => {
      place += nextNumber(places);
      return place;
    });
    held.push({ document, mask: posting.mask, weight: posting.weight, places: here });
  }
  expect([list.at, places.at]).toEqual([list.bytes.length, places.bytes.length]);
  return held;
}
/** The same by looking through the texts. */
function heldIn(texts: readonly SearchedTexts[]): Map<string, Held[]> {
  const all = new Map<string, Held[]>();
  for (const [document, each] of texts.entries()) {
    const here = new Map<string, { mask: number; weight: number; places: number[] }>();
    let place = 0;
    for (const [field, name] of searchedFields.entries()) {
      for (const word of wordsIn(each[name])) {
        const said = here.get(word) ?? { mask: 0, weight: 0, places: [] };
        said.mask |= 1 << field;
        said.weight += fieldBoost[field] ?? 0;
        said.places.push(place);
        here.set(word, said);
        place += 1;
      }
      place += 1;
    }
    for (const [word, said] of here) all.set(word, [...(all.get(word) ?? []), { document, ...said }]);
  }
  return all;
}

const word = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('heron', 'grey', 'цапля', '군단장', 'Hérons', 'x') },
  { weight: 1, arbitrary: fc.nat(60).map((number) => `w${number}`) },
);
const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
const long = fc.tuple(text, fc.nat(400), text).map(([one, times, other]) => `${one} ${'heron grey '.repeat(times)} ${other}`);
const texts: fc.Arbitrary<SearchedTexts> = fc.record({ label: text, names: text, text: fc.oneof({ weight: 9, arbitrary: text }, long), about: text });

describe('a segment that is built', () => {
  it('says of each word what looking through the texts says', () => {
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 150 }), (documents) => {
        const segment = opened(onlySegment(built([...documents, { label: 'last', names: '', text: '', about: '' }]).index));
        const held = heldIn([...documents, { label: 'last', names: '', text: '', about: '' }]);
        const words = Array.from({ length: segment.words }, (_, number) => segment.wordAt(number));
        expect(words).toEqual([...held.keys()].sort());
        for (const [number, each] of words.entries()) expect([each, saidOf(segment, number)]).toEqual([each, held.get(each)]);
      }),
      { numRuns: 40 },
    );
  });

  it('takes lists of any length: a word in many documents, and one very often in one', () => {
    const documents = Array.from({ length: 3_000 }, (_, number) => ({
      label: number % 700 === 0 ? 'heron' : '',
      names: '',
      text: `${number % 50 === 0 ? 'heron '.repeat(number) : ''}${'other '.repeat(number % 300)}grey`,
      about: '',
    }));
    const segment = opened(onlySegment(built(documents).index));
    const held = heldIn(documents);
    for (let number = 0; number < segment.words; number += 1) expect(saidOf(segment, number)).toEqual(held.get(segment.wordAt(number)));
  });

  it('takes documents in the order of their ids only', () => {
    const builder = segmentBuilder();
    const blank = { label: 'heron', names: '', text: '', about: '' };
    builder.add(numberedId(2), blank);
    for (const number of [1, 2]) expect(() => builder.add(numberedId(number), blank)).toThrow(RangeError);
    builder.add(numberedId(3), blank);
    expect(opened(builder.finish()).documents).toBe(2);
  });
});

describe('a first building', () => {
  it('makes the same segment, byte by byte, whether what was gathered was settled in between or not', () => {
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 60 }), fc.integer({ min: 0, max: 60_000 }), (documents, most) => {
        const [whole, pieces] = [built(documents), built(documents, most)];
        const [one, other] = [pieces, whole].map(({ index }) => Buffer.from(onlySegment(index)));
        // How many places there are in all is only about right behind a merge, as lengths are.
        const [about = 0, exact = 0] = [one, other].map((each) => each?.readUInt32LE(36));
        expect(Math.abs(about - exact)).toBeLessThanOrEqual(0.03 * exact + documents.length);
        for (const each of [one, other]) each?.writeUInt32LE(0, 36);
        expect(one?.equals(other ?? Buffer.alloc(0))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps what it gathers to the memory it was told, and takes short steps', () => {
    const documents = Array.from({ length: 4_000 }, (_, number) => ({
      label: `word${number} слово${number}`,
      names: '',
      text: Array.from({ length: 60 }, (_each, place) => `t${(number * 31 + place * place) % 5_000}`).join(' '),
      about: '',
    }));
    const most = 1_500_000;
    const builder = segmentBuilder();
    let before = builder.bytes();
    for (const [number, each] of documents.entries()) {
      builder.add(numberedId(number + 1), each);
      expect(builder.bytes()).toBeGreaterThanOrEqual(before);
      before = builder.bytes();
    }
    expect(before).toBeGreaterThan(3 * most);
    expect(built(documents).settled).toBe(0);
    expect(built(documents, most).settled).toBeGreaterThan(2);
    const index = layeredIndex();
    const building = firstBuilding(index);
    for (const [number, each] of documents.entries()) building.add(numberedId(number + 1), each);
    expect(through(building.finishing())).toBeGreaterThan(5);
  });

  it('of nothing is nothing', () => {
    expect(built([]).index.layers()).toEqual([]);
  });
});
