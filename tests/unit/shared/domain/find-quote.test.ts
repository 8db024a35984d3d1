import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuote } from '#shared/domain/evidence/find-quote.ts';

const article = 'The minister wrote: “first prisoners are\nnow in Kyiv,” and added that they’re   regular troops—not mercenaries.';

describe('finding a quote in the text of evidence', () => {
  it('gives its exact words, what stands around them and where', () => {
    const found = findQuote(article, 'prisoners are', null);
    expect(found).toMatchObject({ exact: 'prisoners are', start: 27, end: 40 });
    expect(found?.prefix).toBe(article.slice(0, 27));
    expect(found?.suffix.startsWith('\nnow in Kyiv')).toBe(true);
  });

  it('folds white space, typographic quotes and dashes, and answers the words as the text has them', () => {
    expect(findQuote(article, '"first prisoners are now in Kyiv," and', null)?.exact).toBe('“first prisoners are\nnow in Kyiv,” and');
    expect(findQuote(article, "they're regular troops-not mercenaries", null)?.exact).toBe('they’re   regular troops—not mercenaries');
  });

  it('does not fold letters or case: a quote is exact or none', () => {
    expect(findQuote(article, 'Prisoners are', null)).toBeNull();
    expect(findQuote(article, 'prisoner are', null)).toBeNull();
    expect(findQuote(article, '   ', null)).toBeNull();
  });

  it('finds decomposed letters and Hangul by composed ones and the other way round', () => {
    const text = 'сказал Зеленський: 북한군 병사 두 명, ещё раз';
    for (const quote of ['북한군 병사', 'ещё']) {
      expect(findQuote(text, quote.normalize('NFD'), null)?.exact).toBe(quote);
      expect(findQuote(text.normalize('NFD'), quote, null)?.exact).toBe(quote.normalize('NFD'));
    }
  });

  it('picks of equal quotes the one nearest to the start asked for', () => {
    const text = 'one two one two one';
    expect(findQuote(text, 'one', null)?.start).toBe(0);
    expect(findQuote(text, 'one', 9)?.start).toBe(8);
    expect(findQuote(text, 'one', 400)?.start).toBe(16);
    expect(findQuote(text, 'two  one', 11)?.start).toBe(12);
  });

  it('never cuts a character in two at the edges of its context', () => {
    const text = `${'😀'.repeat(40)}x${'😀'.repeat(40)}`;
    const found = findQuote(`a${text}`, 'x', null);
    expect(found && [found.prefix, found.suffix].every((context) => [...context].every((character) => character === '😀'))).toBe(true);
  });

  it('finds every piece of any text in that text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }), fc.nat(), fc.nat(), (text, a, b) => {
        const units = [...text];
        const from = a % units.length;
        const quote = units.slice(from, from + 1 + (b % units.length)).join('');
        const found = findQuote(text, quote, null);
        return quote.trim() === '' || found === null || text.slice(found.start, found.end) === found.exact;
      }),
    );
  });
});
