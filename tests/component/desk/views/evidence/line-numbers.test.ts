import { expect, it } from 'vitest';
import { blocksOf } from '#renderer/desk/views/evidence/highlight-runs.ts';
import { lineNumbers } from '#renderer/desk/views/evidence/line-numbers.ts';
import { partsOf } from '#renderer/desk/views/evidence/text-parts.ts';

it('each block that is drawn knows which line of the whole text it is, in every part', () => {
  const text = 'one\n\ntwo\nthree\nfour';
  expect(lineNumbers(text, { start: 0, end: text.length })).toEqual([0, 1, 2, 3, 4]);
  expect(lineNumbers(text, { start: 9, end: text.length })).toEqual([3, 4]);
  for (const part of partsOf(text, 6)) expect(lineNumbers(text, part)).toHaveLength(blocksOf(text, [], part).length);
});
