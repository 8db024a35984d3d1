import { expect, test } from 'vitest';
import { tickWords } from '#renderer/desk/views/timeline/tick-words.ts';

test('a tick says as much as tells it from the next, and the year where one begins', () => {
  expect(tickWords(new Date('2025-01-01T00:00:00Z'), 86_400_000)).toBe('2025');
  expect(tickWords(new Date('2025-01-11T00:00:00Z'), 86_400_000)).toBe('Jan 11');
  expect(tickWords(new Date('2025-01-11T09:30:00Z'), 900_000)).toBe('09:30');
  expect(tickWords(new Date('2025-03-01T00:00:00Z'), 31 * 86_400_000)).toBe('Mar');
});
