import { describe, expect, it } from 'vitest';
import type { EdtfDate } from '#shared/domain/moment/edtf-date.ts';
import { canFallWithin, momentBounds } from '#shared/domain/moment/moment-bounds.ts';

const at = (text: string) => Date.parse(text);
const bounds = (text: string) => momentBounds(text as EdtfDate);

describe('what an uncertain date says of time', () => {
  it.each([
    ['2025-01-11', '2025-01-11', '2025-01-12'],
    ['2025-01', '2025-01-01', '2025-02-01'],
    ['2024-02', '2024-02-01', '2024-03-01'],
    ['2025', '2025-01-01', '2026-01-01'],
    ['202X', '2020-01-01', '2030-01-01'],
    ['2025-01-XX', '2025-01-01', '2025-02-01'],
    ['2024-12~', '2024-12-01', '2025-01-01'],
  ])('%s lies from %s up to %s', (text, from, to) => {
    expect(bounds(text)).toMatchObject({ earliest: at(from), latest: at(to), start: 'stated', end: 'stated' });
  });

  it('reads a clock time in UTC wherever the computer is, to the minute or second that was stated', () => {
    expect(bounds('2025-01-11T09:30:00')).toMatchObject({ earliest: at('2025-01-11T09:30:00Z'), latest: at('2025-01-11T09:30:01Z') });
    expect(bounds('2025-01-11T09:30')).toMatchObject({ earliest: at('2025-01-11T09:30:00Z'), latest: at('2025-01-11T09:31:00Z') });
    expect(bounds('2025-01-11T12:30:00+03:00').earliest).toBe(at('2025-01-11T09:30:00Z'));
  });

  it('of an interval tells what it covers in any case, and what it could reach', () => {
    expect(bounds('2025-01-09/2025-01-12')).toMatchObject({
      earliest: at('2025-01-09'),
      sureFrom: at('2025-01-10'),
      sureTo: at('2025-01-12'),
      latest: at('2025-01-13'),
    });
    expect(bounds('2024-12/2025-01')).toMatchObject({ sureFrom: null, sureTo: null, earliest: at('2024-12-01'), latest: at('2025-02-01') });
  });

  it('leaves open what is open, and unknown what is not known', () => {
    expect(bounds('2025-01/..')).toMatchObject({ start: 'stated', end: 'open', latest: null, earliest: at('2025-01-01') });
    expect(bounds('../2025-01')).toMatchObject({ start: 'open', end: 'stated', earliest: null, latest: at('2025-02-01') });
    expect(bounds('2025-01/')).toMatchObject({ end: 'unknown', latest: null });
  });

  it('keeps how sure the date is', () => {
    expect(bounds('2025-01?')).toMatchObject({ uncertain: true, approximate: false, unspecified: false });
    expect(bounds('2025-01~')).toMatchObject({ uncertain: false, approximate: true });
    expect(bounds('2025-01%')).toMatchObject({ uncertain: true, approximate: true });
    expect(bounds('2025-XX').unspecified).toBe(true);
  });

  it('falls within a span when any of its meanings does', () => {
    expect(canFallWithin(bounds('2025-01'), at('2025-01-31'), at('2025-06-01'))).toBe(true);
    expect(canFallWithin(bounds('2025-01'), at('2025-02-01'), null)).toBe(false);
    expect(canFallWithin(bounds('../2025-01'), at('1990-01-01'), at('1991-01-01'))).toBe(true);
    expect(canFallWithin(bounds('2025-01/..'), null, at('2025-01-01'))).toBe(false);
  });
});
