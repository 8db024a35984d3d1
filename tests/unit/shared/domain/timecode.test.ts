import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStretch, parseTimecode, stretchText, timecode } from '#shared/domain/moment/timecode.ts';

describe('moments of a recording', () => {
  it('are written as people write them, with what they need only', () => {
    expect([0, 1_000, 62_500, 3_723_004].map(timecode)).toEqual(['0:00', '0:01', '1:02.500', '1:02:03.004']);
  });

  it('read back as they were written, whatever they are', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 400_000_000 }), (ms) => parseTimecode(timecode(ms)) === ms));
  });

  it('may be seconds alone, and take a comma', () => {
    expect(['83', '83.5', '1:23,25', ' 0:05 '].map(parseTimecode)).toEqual([83_000, 83_500, 83_250, 5_000]);
  });

  it('are nothing when they are written wrongly', () => {
    for (const text of ['', '1:61', '1:2:3:4', '-1', '1:', 'x', '61:00:00:00', '0:99:00']) expect(parseTimecode(text), text).toBeNull();
  });

  it('make a stretch only forwards', () => {
    expect(parseStretch('0:58-1:07')).toEqual({ from: 58_000, to: 67_000 });
    expect(parseStretch('0:58–1:07.5')).toEqual({ from: 58_000, to: 67_500 });
    expect(parseStretch('1:07')).toEqual({ from: 67_000, to: null });
    for (const text of ['1:07-0:58', '1:07-1:07', '1:07-', '-1:07', '1-2-3']) expect(parseStretch(text), text).toBeNull();
    expect(stretchText({ from: 58_000, to: 67_500 })).toBe('0:58–1:07.500');
  });
});
