import { expect, test } from 'vitest';
import { spokenDate } from '#renderer/desk/components/date-field/spoken-date.ts';

test.each([
  ['2025-01-11', '11 January 2025'],
  ['2025-01', 'January 2025'],
  ['2025', '2025'],
  ['2024-12?', 'December 2024, uncertain'],
  ['2024~', 'about 2024'],
  ['2024%', 'about 2024, uncertain'],
  ['2024-12/2025-01', 'between December 2024 and January 2025'],
  ['2024-12-15/..', 'from 15 December 2024 on'],
  ['../2025', 'until 2025'],
  ['2025/', 'from 2025, end unknown'],
  ['/2025', 'until 2025, beginning unknown'],
  ['202X', 'some year of the 2020s'],
  ['2025-01-XX', 'January 2025'],
  ['2025-XX-XX', '2025'],
  ['2024-21', 'spring 2024'],
  ['2025-01-11T14:30:00Z', '11 January 2025, 14:30 UTC'],
  ['2025-01-11T14:30:00+02:00', '11 January 2025, 14:30 +02:00'],
])('%s is understood as %s', (edtf, spoken) => {
  expect(spokenDate(edtf)).toBe(spoken);
});

test('a form it has no words for is given back as it is', () => {
  expect(spokenDate('Y170000002')).toBe('Y170000002');
});
