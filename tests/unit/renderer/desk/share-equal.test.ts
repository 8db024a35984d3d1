import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareEqual } from '#renderer/desk/bridge/share-equal.ts';

test('an answer that is as the one before is that one, and of another every part that did not change', () => {
  const before = {
    rows: [
      { id: 'a', about: ['x'] },
      { id: 'b', about: [] },
    ],
    count: 2,
  };
  expect(shareEqual(before, structuredClone(before))).toBe(before);
  const after = shareEqual(before, { ...structuredClone(before), rows: [...structuredClone(before.rows), { id: 'c', about: [] }], count: 3 }) as typeof before;
  expect(after).not.toBe(before);
  expect(after.rows[0]).toBe(before.rows[0]);
  expect(after.rows[1]).toBe(before.rows[1]);
  expect(after.count).toBe(3);
});

test('whatever came before, what comes is what was answered', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
      expect(shareEqual(before, after)).toEqual(after);
      expect(shareEqual(before, structuredClone(before))).toEqual(before);
    }),
  );
});

test('a field that has gone, or one more, is a change; bytes are taken as they come', () => {
  expect(shareEqual({ a: 1, b: undefined }, { a: 1 })).toEqual({ a: 1 });
  expect(Object.keys(shareEqual({ a: 1, b: undefined }, { a: 1 }) as object)).toEqual(['a']);
  expect(shareEqual({ a: 1 }, { b: 1 })).toEqual({ b: 1 });
  const bytes = new Uint8Array([1]);
  expect(shareEqual(new Uint8Array([1]), bytes)).toBe(bytes);
});
