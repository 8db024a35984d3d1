import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactText } from '#shared/domain/evidence/redact-text.ts';

describe('redacting a text', () => {
  it('puts a role in place of each passage', () => {
    const text = 'Kang Chol and Kim saw it.';
    expect(
      redactText(text, [
        { start: 14, end: 17, role: 'captive 2' },
        { start: 0, end: 9, role: 'captive 1' },
      ]),
    ).toEqual({ text: '[captive 1] and [captive 2] saw it.', parts: 2 });
  });

  it('makes one of passages that overlap or touch, so that nothing is left between them', () => {
    expect(
      redactText('abcdef', [
        { start: 0, end: 3, role: 'x' },
        { start: 3, end: 5, role: 'y' },
      ]),
    ).toEqual({ text: '[x]f', parts: 1 });
  });

  it('refuses passages outside the text or through the middle of a character', () => {
    for (const [start, end] of [
      [-1, 2],
      [2, 2],
      [0, 9],
      [0, 2],
    ] as const)
      expect(redactText('a😀b', [{ start, end, role: 'x' }])).toBeNull();
  });

  it('leaves no character of a passage, and every other one in its order', () => {
    const cases = fc.record({
      letters: fc.integer({ min: 1, max: 60 }),
      cuts: fc.array(fc.tuple(fc.nat(59), fc.integer({ min: 1, max: 9 })), { maxLength: 6 }),
    });
    fc.assert(
      fc.property(cases, ({ letters, cuts }) => {
        // Every character is another one, so that what is left can be told apart.
        const all = Array.from({ length: letters }, (_, index) => String.fromCharCode(0x4e00 + index));
        const passages = cuts.filter(([at]) => at < letters).map(([at, length]) => ({ start: at, end: Math.min(letters, at + length), role: 'r' }));
        const kept = all.filter((_, index) => !passages.some(({ start, end }) => index >= start && index < end));
        expect(redactText(all.join(''), passages)?.text.replaceAll('[r]', '')).toBe(kept.join(''));
      }),
    );
  });
});
