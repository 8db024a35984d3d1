import { describe, expect, it } from 'vitest';
import { likelihoodRange, likelihoods } from '#shared/domain/rating/estimate.ts';
import { estimateWordsIn, lintProse, mixedRows } from '#shared/domain/rating/lint-prose.ts';

const rules = (text: string, band?: (typeof likelihoods)[number]) => lintProse(text, band ?? null).map(({ rule, words }) => `${rule}: ${words}`);

describe('the bands of likelihood', () => {
  it('meet without a gap, and never say never or always', () => {
    const ranges = likelihoods.map((band) => likelihoodRange[band]);
    expect([ranges[0]?.[0], ranges.at(-1)?.[1]]).toEqual([1, 99]);
    for (const [index, [low]] of ranges.entries()) if (index > 0) expect(low).toBe(ranges[index - 1]?.[1]);
  });
});

describe('the prose linter', () => {
  it.each([
    ['The card is very likely genuine.', 'very-likely'],
    ['It is almost certain that two men were taken.', 'almost-certain'],
    ['There is almost no chance that he is the holder.', 'almost-no-chance'],
    ['There is a roughly even chance that it was planted.', 'even-chance'],
    ['The carrier is unlikely to be the holder.', 'unlikely'],
  ] as const)('leaves the correct terms alone: %s', (text, band) => {
    expect(rules(text, band)).toEqual([]);
  });

  it('reads the longest term: very unlikely is neither unlikely nor likely', () => {
    expect(estimateWordsIn('It is very unlikely, highly improbable and probably not so.').map(({ band }) => band)).toEqual([
      'very-unlikely',
      'very-unlikely',
      'likely',
    ]);
  });

  it('finds a likelihood and a confidence in one sentence, and lets them stand in two', () => {
    expect(rules('We judge with high confidence that it is likely genuine.')).toEqual(['likelihood-with-confidence: likely, high confidence']);
    expect(rules('It is likely genuine. Our confidence is high.')).toEqual([]);
  });

  it('finds a bare may, might or could, and not the month or one that goes with a term', () => {
    expect(rules('He may be the holder.')).toEqual(['bare-modal: may']);
    expect(rules('The card could be forged.')).toEqual(['bare-modal: could']);
    expect(rules('It was issued in May 2016 and in early May.')).toEqual([]);
    expect(rules('That could be, but is unlikely.')).toEqual([]);
  });

  it('finds a word that says another band than the one that is stored', () => {
    expect(rules('The card is likely genuine.', 'very-likely')).toEqual(['another-band: likely']);
  });

  it('finds a percentage in place of a term', () => {
    expect(rules('There is a 90% chance of it.')).toEqual(['percentage: 90% chance']);
  });

  it('finds words of both rows in one product, and names those used less', () => {
    expect(mixedRows(['It is likely.', 'That is unlikely.', 'This is highly improbable.'])).toEqual({ rule: 'mixed-rows', words: 'highly improbable' });
    expect(mixedRows(['It is likely.', 'That is unlikely.'])).toBeNull();
  });
});
