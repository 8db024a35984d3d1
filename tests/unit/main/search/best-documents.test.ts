import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestDocuments } from '#main/search/best-documents.ts';
import { countInSegments, findInSegments, inUse } from '#main/search/find-in-segments.ts';
import { openSegment, type Segment } from '#main/search/segment.ts';
import { segmentBuilder } from '#main/search/segment-builder.ts';
import { parseQuery } from '#shared/domain/search/parse-query.ts';
import { numberedId } from '#tests/harness/stored-case.ts';

describe('the best documents', () => {
  it('are those with the highest scores, whatever was asked for before', () => {
    const score = fc.integer({ min: 1, max: 200 });
    fc.assert(
      fc.property(fc.array(score, { maxLength: 600 }), fc.integer({ min: 0, max: 300 }), (scores, limit) => {
        const best = bestDocuments(limit);
        for (const [document, each] of scores.entries()) if (each > best.least()) best.take(each, document, document % 3);
        const taken = Array.from({ length: best.many() }, (_, place) => place);
        expect(taken.map(best.scoreOf).sort((a, b) => b - a)).toEqual(scores.toSorted((a, b) => b - a).slice(0, limit));
        for (const place of taken) expect([scores[best.documentOf(place)], best.segmentOf(place)]).toEqual([best.scoreOf(place), best.documentOf(place) % 3]);
        expect(new Set(taken.map(best.documentOf)).size).toBe(taken.length);
      }),
      { numRuns: 300 },
    );
  });
});

describe('words in a row', () => {
  it('are found among thousands of documents that hold the words, and as often as they stand there', () => {
    const builder = segmentBuilder();
    const words = (number: number) => Array.from({ length: 40 + (number % 90) }, (_, place) => `w${(number * 7 + place * place * (1 + (number % 5))) % 9}`);
    const texts = Array.from({ length: 2_500 }, (_, number) => words(number));
    for (const [number, text] of texts.entries()) builder.add(numberedId(number + 1), { label: '', names: '', text: text.join(' '), about: '' });
    const bytes = builder.finish();
    const used = inUse(openSegment({ read: (at, length) => bytes.subarray(at, at + length) }) as Segment);
    for (const row of [
      ['w1', 'w5'],
      ['w2', 'w2'],
      ['w0', 'w1', 'w4'],
      ['w8', 'w3', 'w8', 'w3'],
      ['w4', 'w5', 'w6', 'w7'],
    ]) {
      const holds = (text: readonly string[]) => text.some((_, at) => row.every((word, place) => text[at + place] === word));
      const wanted = texts.flatMap((text, number) => (holds(text) ? [numberedId(number + 1)] : []));
      const { clauses } = parseQuery(`"${row.join(' ')}"`);
      expect(
        findInSegments([used], clauses, 5_000)
          .objects.map(({ id }) => id)
          .toSorted(),
      ).toEqual(wanted);
      expect(countInSegments([used], clauses, null)).toBe(wanted.length);
    }
  });

  it('count by how often they stand there', () => {
    const builder = segmentBuilder();
    const text = (row: number) => `${'grey heron '.repeat(row)}${'other '.repeat(40 - 2 * row)}`;
    for (const number of [1, 2, 3, 4]) builder.add(numberedId(number), { label: '', names: '', text: text(number), about: '' });
    const bytes = builder.finish();
    const used = inUse(openSegment({ read: (at, length) => bytes.subarray(at, at + length) }) as Segment);
    expect(findInSegments([used], parseQuery('"grey heron"').clauses, 9).objects.map(({ id }) => id)).toEqual([4, 3, 2, 1].map(numberedId));
  });
});
