import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countInSegments, findInSegments, inUse } from '#main/search/find-in-segments.ts';
import { slipsBetween } from '#main/search/near-words.ts';
import { openSegment, type Segment, SegmentDamage, type SegmentSource } from '#main/search/segment.ts';
import { segmentBuilder } from '#main/search/segment-builder.ts';
import { neighboursToMerge } from '#main/search/shadow.ts';
import { type NumberRun, newVocabulary } from '#main/search/vocabulary.ts';
import { parseQuery } from '#shared/domain/search/parse-query.ts';
import { numberedId } from '#tests/harness/stored-case.ts';
import { wordsIn } from './naive-search.ts';

const blank = { label: '', names: '', text: '', about: '' };
const sourceOf = (bytes: Uint8Array): SegmentSource => ({ read: (at, length) => bytes.subarray(at, at + length) });
function segmentOf(...texts: readonly Partial<typeof blank>[]): Uint8Array {
  const builder = segmentBuilder();
  for (const [number, text] of texts.entries()) builder.add(numberedId(number + 1), { ...blank, ...text });
  return builder.finish();
}
const opened = (bytes: Uint8Array): Segment => openSegment(sourceOf(bytes)) as Segment;
const find = (bytes: Uint8Array, typed: string) => findInSegments([inUse(opened(bytes))], parseQuery(typed).clauses, 50).objects;
const numbers = (bytes: Uint8Array, typed: string) => find(bytes, typed).map(({ id }) => Number.parseInt(id.slice(-12), 16));

describe('the words of a segment', () => {
  it('are those that the words of a text are, however it is spelt', () => {
    const unit = fc.constantFrom(...`ab9'’ʼ .-éЖ군金ー`, '\u0301', '😀', '𐐀', '\ud83d', '\u1100', '\u1161', 'İ');
    const text = fc.oneof(fc.string({ unit, maxLength: 40 }), fc.string({ unit: 'binary', maxLength: 30 }), fc.string({ unit, minLength: 60, maxLength: 300 }));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), (texts) => {
        const vocabulary = newVocabulary();
        for (const each of [...texts, ...texts]) {
          const run: NumberRun = { array: new Uint32Array(1), length: 0 };
          vocabulary.read(each, run);
          expect(Array.from(run.array.subarray(0, run.length), (number) => vocabulary.words[number])).toEqual(wordsIn(each));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('are learnt by the ten thousand', () => {
    const vocabulary = newVocabulary();
    const texts = Array.from({ length: 30_000 }, (_, number) => `word${number} слово${number}`);
    const run: NumberRun = { array: new Uint32Array(1), length: 0 };
    for (const text of [...texts, ...texts]) vocabulary.read(text, run);
    expect(vocabulary.words.length).toBe(60_000);
    expect(vocabulary.words[run.array[119_999] ?? 0]).toBe('слово29999');
  });
});

describe('finding in a segment', () => {
  it('puts what is called so before what mentions it, and short texts before long ones', () => {
    const filler = 'and so on '.repeat(50);
    const bytes = segmentOf({ text: `heron ${filler}` }, { label: 'Heron' }, { text: 'a heron' }, { names: 'Heron Grey' });
    expect(numbers(bytes, 'heron')).toEqual([2, 4, 3, 1]);
    expect(find(bytes, 'heron').map(({ field }) => field)).toEqual(['label', 'names', 'text', 'text']);
  });

  it('finds words in a row within one field only', () => {
    const bytes = segmentOf({ label: 'military', names: 'card' }, { text: 'card military' }, { text: 'the military card' }, { text: 'military cards' });
    expect(numbers(bytes, '"military card"')).toEqual([3]);
    expect(numbers(bytes, '"military card').toSorted()).toEqual([3, 4]);
    expect(numbers(bytes, 'military card').toSorted()).toEqual([1, 2, 3, 4]);
    const named = segmentOf({ label: 'military', names: 'military card', text: 'card' });
    expect(find(named, '"military card"').map(({ field }) => field)).toEqual(['names']);
  });

  it('finds a name in the other script, whichever was typed', () => {
    const bytes = segmentOf(
      { text: 'Putin' },
      { text: 'Путина' },
      { text: 'Зеленський' },
      { text: 'Zelenskyy' },
      { text: 'Zelensky' },
      { text: 'Kharkiv' },
      { text: 'Харків' },
    );
    expect(numbers(bytes, 'Путин')).toEqual([2, 1]);
    expect(numbers(bytes, 'putin')).toEqual([1, 2]);
    expect(numbers(bytes, 'Зеленский').toSorted()).toEqual([3, 4, 5]);
    expect(numbers(bytes, 'zelensky').toSorted()).toEqual([3, 4, 5]);
    expect(numbers(bytes, 'Харьков')).toEqual([]);
    expect(numbers(bytes, 'kharkiv').toSorted()).toEqual([6, 7]);
  });

  it('finds syllables wherever they stand, and no others', () => {
    const bytes = segmentOf({ text: '폭풍군단' }, { text: '군단장' }, { text: '단군' }, { text: '金正恩' });
    expect(numbers(bytes, '군단').toSorted()).toEqual([1, 2]);
    expect(numbers(bytes, '풍군단')).toEqual([1]);
    expect(numbers(bytes, '단').toSorted()).toEqual([1, 2, 3]);
    expect(numbers(bytes, '正恩')).toEqual([4]);
    expect(numbers(bytes, '"폭풍군단 장"')).toEqual([]);
  });

  it('forgives a slip where the word is found nowhere', () => {
    const bytes = segmentOf({ text: 'serial' }, { text: 'aerial' }, { text: 'interpreter' });
    expect(numbers(bytes, 'seriol')).toEqual([1]);
    expect(numbers(bytes, 'serial')).toEqual([1]);
    expect(numbers(bytes, 'intrepretr')).toEqual([3]);
    expect(numbers(bytes, 'sreial')).toEqual([1]);
    expect(numbers(bytes, 'sril')).toEqual([]);
  });

  it('keeps to the best so many, and to what is accepted', () => {
    const bytes = segmentOf(...Array.from({ length: 300 }, (_, number) => ({ text: `heron ${'x '.repeat(number)}` })));
    const best = findInSegments([inUse(opened(bytes))], parseQuery('heron').clauses, 5).objects;
    expect(best.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5].map(numberedId));
    const even = findInSegments([inUse(opened(bytes))], parseQuery('heron').clauses, 3, (id) => Number.parseInt(id.slice(-1), 16) % 2 === 0).objects;
    expect(even.map(({ id }) => id)).toEqual([2, 4, 6].map(numberedId));
  });

  it('answers each question as if it were the first, whatever was asked before and whether that could be answered', () => {
    const texts = Array.from({ length: 200 }, (_, number) => ({
      label: number % 5 === 0 ? 'Путин' : 'heron',
      text: `${number % 2 === 0 ? 'Putin' : 'grey'} heron ${number % 3 === 0 ? 'stands' : 'standing here'} w${number % 7}`,
    }));
    const bytes = segmentOf(...texts);
    let [whole, damaged] = [true, 0];
    const source: SegmentSource = { read: (at, length) => (whole || at < bytes.length - 600 ? bytes.subarray(at, at + length) : null) };
    const used = inUse(openSegment(source) as Segment);
    const asked = ['heron', 'putin', '"grey heron"', 'w3 stand', '"heron stands" w1', 'hreon', 'w', 'путин heron', '"heron standing here w2"'];
    const question = fc.record({ typed: fc.constantFrom(...asked), whole: fc.boolean() });
    fc.assert(
      fc.property(fc.array(question, { maxLength: 8 }), (questions) => {
        for (const each of questions) {
          whole = each.whole;
          const { clauses } = parseQuery(each.typed);
          const answer = () => [findInSegments([used], clauses, 20), countInSegments([used], clauses, null)];
          if (!whole) {
            try {
              answer();
            } catch (damage) {
              expect(damage).toBeInstanceOf(SegmentDamage);
              damaged += 1;
            }
            continue;
          }
          const fresh = inUse(opened(bytes));
          expect(answer()).toEqual([findInSegments([fresh], clauses, 20), countInSegments([fresh], clauses, null)]);
        }
      }),
      { numRuns: 150 },
    );
    expect(damaged).toBeGreaterThan(10);
  });
});

describe('slips between two words', () => {
  it('are counted as the whole table of distances counts them', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'ж'), maxLength: 9 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 1, max: 2 }), (one, other, most) => {
        expect(slipsBetween(one, other, most)).toBe(Math.min(most + 1, distance(one, other)));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a segment that is none', () => {
  it('is told and not read', () => {
    const bytes = segmentOf({ text: 'heron' });
    expect(openSegment(sourceOf(bytes.subarray(0, 40)))).toBeNull();
    expect(openSegment(sourceOf(bytes.subarray(0, 80)))).toBeNull();
    expect(openSegment({ read: () => null })).toBeNull();
    const older = bytes.slice();
    older[4] = 1;
    expect([bytes[4], openSegment(sourceOf(older))]).toEqual([2, null]);
    for (const at of [0, 4, 24]) {
      const other = bytes.slice();
      other[at] = (other[at] ?? 0) ^ 1;
      expect(openSegment(sourceOf(other))).toBeNull();
    }
  });
});

describe('neighbours to merge', () => {
  it('are four of about one size, the smallest first', () => {
    const [small, large] = [30_000, 5_000_000];
    expect(neighboursToMerge([large, small, small, small])).toBeNull();
    expect(neighboursToMerge([large, small, small, small, small])).toEqual({ from: 1, to: 5 });
    expect(neighboursToMerge([large, large, large, large, small])).toEqual({ from: 0, to: 5 });
  });

  it('are merged a few times in a life: a case of thousands of edits has few layers and wrote few bytes', () => {
    const edit = 4_000;
    let [sizes, written]: [number[], number] = [[], 0];
    for (let edits = 0; edits < 5_000; edits += 1) {
      sizes.push(edit);
      written += edit;
      for (let range = neighboursToMerge(sizes); range; range = neighboursToMerge(sizes)) {
        const merged = sizes.slice(range.from, range.to).reduce((sum, each) => sum + each, 0);
        sizes = [...sizes.slice(0, range.from), merged, ...sizes.slice(range.to)];
        written += merged;
      }
      expect(sizes.length).toBeLessThan(24);
    }
    expect(written).toBeLessThan(40 * 5_000 * edit);
  });
});

/** Optimal string alignment by the whole table. */
function distance(one: string, other: string): number {
  const [a, b] = [[...one], [...other]];
  const table = Array.from({ length: a.length + 1 }, (_, row) =>
    Array.from({ length: b.length + 1 }, (_, column) => (row === 0 ? column : column === 0 ? row : 0)),
  );
  const at = (row: number, column: number) => table[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= a.length; row += 1)
    for (let column = 1; column <= b.length; column += 1) {
      let value = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1));
      if (a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) value = Math.min(value, at(row - 2, column - 2) + 1);
      (table[row] as number[])[column] = value;
    }
  return at(a.length, b.length);
}
