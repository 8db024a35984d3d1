import { describe, expect, it } from 'vitest';
import { partAt, partsOf } from '#renderer/desk/views/evidence/text-parts.ts';

describe('a long text in parts', () => {
  it('holds every character once and is cut at line ends', () => {
    const text = 'one two\nthree\nfour five six\nseven';
    const parts = partsOf(text, 15);
    expect(parts.map(({ start, end }) => text.slice(start, end))).toEqual(['one two\nthree\n', 'four five six\n', 'seven']);
  });

  it('cuts a line without end where the part is full', () => {
    expect(partsOf('x'.repeat(25), 10).map(({ end }) => end)).toEqual([10, 20, 25]);
  });

  it('knows the part a place lies in', () => {
    const parts = partsOf('x'.repeat(25), 10);
    expect([partAt(parts, 0), partAt(parts, 10), partAt(parts, 24)]).toEqual([0, 1, 2]);
    expect(partsOf('', 10)).toEqual([{ start: 0, end: 0 }]);
  });
});
