import { expect, test } from 'vitest';
import { emptyDetails, fieldsOf, wrongField } from '#renderer/desk/frame/import/details.ts';

test('what was left empty is not sent', () => {
  expect(fieldsOf(emptyDetails)).toEqual({});
  expect(fieldsOf({ ...emptyDetails, kind: 'article', publisher: ' AFP ', published: '2025-01-11' })).toEqual({
    kind: 'article',
    publisher: 'AFP',
    published: '2025-01-11',
  });
});

test('a field that would be refused is named before anything is sent', () => {
  expect(wrongField(emptyDetails)).toBeNull();
  expect(wrongField({ ...emptyDetails, url: 'javascript:alert(1)' })).toBe('url');
  expect(wrongField({ ...emptyDetails, url: 'https://example.org/a b' })).toBe('url');
  expect(wrongField({ ...emptyDetails, published: '11/01/2025' })).toBe('published');
  expect(wrongField({ ...emptyDetails, language: 'the usual' })).toBe('language');
  expect(wrongField({ ...emptyDetails, url: 'https://example.org/a', published: '2024-12?', language: 'ko-KP' })).toBeNull();
  const meant = { ...emptyDetails, published: '12 January 2025', language: 'русский' };
  expect([wrongField(meant), fieldsOf(meant)]).toEqual([null, { published: '2025-01-12', language: 'ru' }]);
});
