import { describe, expect, it } from 'vitest';
import { fieldLines } from '#main/cli/field-lines.ts';

describe('what a person reads of one object', () => {
  it('leaves out what is not stated', () => {
    expect([fieldLines('a', null), fieldLines('a', []), fieldLines('a', undefined)].flat()).toEqual([]);
  });
  it('gives places in evidence as the claim commands take them, each on a line', () => {
    const anchors = [
      { sort: 'quote', evidenceId: 'E', exact: 'two words', prefix: 'before ', suffix: ' after', start: 7, end: 16 },
      { sort: 'region', evidenceId: 'F', region: { x: 1, y: 2, w: 30, h: 40 } },
      { sort: 'whole', evidenceId: 'G' },
    ];
    expect(fieldLines('anchors', anchors)).toEqual([['anchors', '“two words” in E\nregion 1,2,30,40 in F\nG']]);
  });
  it('names metadata by its field and leaves sealed blobs to scripts', () => {
    expect(fieldLines('found', [{ field: 'Bit Depth', value: '8', where: 'PNG' }])).toEqual([['found', 'Bit Depth: 8']]);
    expect(fieldLines('picture', { width: 1400, height: 960, display: { blob: 'x' } })).toEqual([['picture', 'width 1400, height 960']]);
    expect(fieldLines('atRisk', ['captive', 'minor'])).toEqual([['atRisk', 'captive, minor']]);
  });
});
