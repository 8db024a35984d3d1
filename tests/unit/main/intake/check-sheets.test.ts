import { describe, expect, it } from 'vitest';
import { checkDraft } from '#main/intake/check-draft.ts';
import type { ExamineDraft } from '#shared/contract/quarantine.ts';
import { onePixelPng } from '#tests/harness/hosted-case.ts';

type Sheets = NonNullable<ExamineDraft['sheets']>;
const picture = { mime: 'image/png', bytes: onePixelPng, width: 1, height: 1 } as const;
const words: Sheets['drawn'][number]['words'] = [[0, 4, 10, 10, 30, 12, 0]];
const draft = (sheets: Partial<Sheets>): ExamineDraft => ({
  ...{ pageHtml: null, picture: null, found: [], warnings: [] },
  text: { text: 'Some words.', language: 'en', encoding: null },
  sheets: { of: [{ w: 595, h: 842, start: 0 }], drawn: [{ page: 1, picture, words }], ...sheets },
});

describe('pages that the quarantine tells of', () => {
  it('are taken when they are in order and their pictures are what they say', () => {
    expect(checkDraft(draft({})).ok).toBe(true);
    expect(checkDraft(draft({ of: [], drawn: [] })).ok).toBe(true);
  });

  it.each<readonly [string, Partial<Sheets>]>([
    ['that begin behind the text', { of: [{ w: 595, h: 842, start: 99 }] }],
    [
      'that run backwards',
      {
        of: [
          { w: 1, h: 1, start: 5 },
          { w: 1, h: 1, start: 2 },
        ],
      },
    ],
    [
      'that leave one out',
      {
        drawn: [
          { page: 1, picture, words },
          { page: 3, picture, words },
        ],
      },
    ],
    ['whose picture has another size', { drawn: [{ page: 1, picture: { ...picture, width: 2 }, words }] }],
    ['whose picture is no picture', { drawn: [{ page: 1, picture: { ...picture, bytes: new Uint8Array(40) }, words }] }],
    ['of no size', { of: [{ w: 0, h: 842, start: 0 }] }],
  ])('are refused %s', (_name, sheets) => {
    expect(checkDraft(draft(sheets)).ok).toBe(false);
  });
});
