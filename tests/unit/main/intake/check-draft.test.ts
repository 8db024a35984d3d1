import { describe, expect, test } from 'vitest';
import { checkDraft } from '#main/intake/check-draft.ts';
import type { ExamineDraft } from '#shared/contract/quarantine.ts';
import { material } from '#tests/fixtures/material/material.ts';

const nothing: ExamineDraft = { text: null, pageHtml: null, picture: null, found: [], warnings: [] };
const png = { mime: 'image/png' as const, bytes: material('image', 'drawn.png'), width: 60, height: 40 };
const picture = { width: 60, height: 40, display: png, figure: png };
const failed = { ok: false, problem: { kind: 'quarantine-failed', reason: 'crashed' } };

describe('what comes out of the quarantine is checked like any other input', () => {
  test('a sound draft passes as it is', () => {
    const draft = { ...nothing, text: { text: 'words', language: 'en', encoding: 'utf-8' }, picture };
    expect(checkDraft(draft)).toEqual({ ok: true, value: draft });
  });

  test.each([
    ['nothing at all', null],
    ['another shape', { text: 'words' }],
    ['a text beyond the limit', { ...nothing, text: { text: 'x'.repeat(20_000_001), language: null, encoding: null } }],
    ['an unknown warning', { ...nothing, warnings: ['all-is-well'] }],
    ['more facts than allowed', { ...nothing, found: Array.from({ length: 501 }, () => ({ field: 'title', value: 'x', where: 'y' })) }],
    ['a picture of another type', { ...nothing, picture: { ...picture, display: { ...png, mime: 'image/svg+xml' } } }],
    ['a picture whose bytes are none', { ...nothing, picture: { ...picture, display: { ...png, bytes: new Uint8Array(40) } } }],
    ['a picture larger than it says', { ...nothing, picture: { ...picture, display: { ...png, width: 30 } } }],
    ['a display copy beyond its limit', { ...nothing, picture: { ...picture, width: 9_000, display: { ...png, width: 9_000 } } }],
    ['copies of another shape than the picture', { ...nothing, picture: { ...picture, width: 6_000, height: 40 } }],
    [
      'attachments larger than the mail could be',
      { ...nothing, attached: Array.from({ length: 65 }, () => ({ name: 'a', bytes: new Uint8Array(1024 * 1024) })) },
    ],
    ['bytes that are no bytes', { ...nothing, picture: { ...picture, figure: { ...png, bytes: [1, 2, 3] } } }],
  ])('%s is no draft', (_title, answer) => expect(checkDraft(answer)).toEqual(failed));
});
