import { afterEach, expect, test } from 'vitest';
import * as quantity from '#renderer/desk/components/quantity/quantity.ts';
import { speak } from '#shared/wording/speak.ts';

afterEach(() => speak('en'));

/** As it is typed: the space before a unit does not break. */
const sizeText = (bytes: number) => quantity.sizeText(bytes).replace('\u00a0', ' ');
const durationText = (ms: number) => quantity.durationText(ms).replace('\u00a0', ' ');

test('a size has two figures at least, and its unit', () => {
  expect([0, 831, 1_000, 3_140_000, 999_400, 120e9, 5e15].map(sizeText)).toEqual(['0 B', '831 B', '1.0 kB', '3.1 MB', '999 kB', '120 GB', '5,000 TB']);
});

test('what rounds up to the next unit keeps its own', () => {
  expect(sizeText(999_600)).toBe('1,000 kB');
});

test('a time is told to the second, the minute or the hour, without its sign', () => {
  expect([4_200, -90_000, 600_000, 3 * 3_600_000].map(durationText)).toEqual(['4.2 sec', '90 sec', '10 min', '3 hr']);
});

test('numbers and units are those of the language', () => {
  speak('uk');
  expect([sizeText(831), sizeText(3_140_000), quantity.tenths(0.25), durationText(4_200)]).toEqual(['831 Б', '3,1 МБ', '0,3', '4,2 с']);
});
