import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markedRuns } from '#renderer/desk/components/snippet/marked-runs.ts';

test('found parts are marked and the rest is not', () => {
  const runs = markedRuns('two men in Kursk', [[11, 16]]);
  expect(runs.map(({ text, marked }) => [text, marked])).toEqual([
    ['two men in ', false],
    ['Kursk', true],
  ]);
});

test('whatever the marks, the runs together are the text', () => {
  const mark = fc.tuple(fc.nat(40), fc.nat(40));
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.array(mark, { maxLength: 6 }), (text, marks) => {
      const runs = markedRuns(text, marks);
      expect(runs.map((run) => run.text).join('')).toBe(text);
      expect(new Set(runs.map((run) => run.start)).size).toBe(runs.length);
    }),
  );
});
