import { describe, expect, it } from 'vitest';
import { findSpans, shortened, trimSpan } from '#renderer/desk/views/evidence/quote-span.ts';

describe('finding a quote in the text', () => {
  it('finds it with other white space, case and apostrophes', () => {
    const text = "He said:\n“Russia’s  army\nlost two men.” Later Russia's army said nothing.";
    const spans = findSpans(text, "russia's ARMY", 10);
    expect(spans.map((span) => text.slice(span.start, span.end))).toEqual(['Russia’s  army', "Russia's army"]);
  });

  it('finds Cyrillic and Hangul', () => {
    const text = 'Президент заявив про полонених. 북한 병사 두 명.';
    expect(findSpans(text, 'ПРО ПОЛОНЕНИХ', 5)).toEqual([{ start: 17, end: 30 }]);
    expect(text.slice(findSpans(text, '병사 두', 5)[0]?.start)).toBe('병사 두 명.');
  });

  it('takes signs of patterns for what they are', () => {
    expect(findSpans('cost (3.5)? yes', '(3.5)?', 5)).toEqual([{ start: 5, end: 11 }]);
    expect(findSpans('abc', '   ', 5)).toEqual([]);
  });

  it('drops white space at the edges of a selection, and a selection of nothing else', () => {
    expect(trimSpan('a  word b', { start: 1, end: 8 })).toEqual({ start: 3, end: 7 });
    expect(trimSpan('a   b', { start: 1, end: 4 })).toBeNull();
  });

  it('shortens from the middle so that both ends can be recognised', () => {
    expect(shortened('one two three four five', 11)).toBe('one t…five');
  });
});
