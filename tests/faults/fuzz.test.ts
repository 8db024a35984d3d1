import { expect, it } from 'vitest';
import { fuzz, parsers } from '#tests/harness/fuzz.ts';

it.each(parsers)('five thousand spoilt and forged inputs make the %s parser answer, never throw or hang', (parser) => {
  const { answers, throws, slowestMs } = fuzz(parser, 5_000, 1);
  expect(throws).toEqual([]);
  expect(answers.size).toBeGreaterThan(1);
  expect(slowestMs).toBeLessThan(100);
});
