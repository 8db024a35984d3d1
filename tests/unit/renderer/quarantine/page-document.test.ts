import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { buildPageDocument, styleDigest } from '#renderer/quarantine/importers/html/page-document.ts';
import { pageStyle } from '#renderer/quarantine/importers/html/page-style.ts';

test('the policy of a sanitised page admits its own style and no other', () => {
  expect(styleDigest).toBe(`sha256-${createHash('sha256').update(pageStyle).digest('base64')}`);
});

test('a title cannot close its element', () => {
  const html = buildPageDocument({ title: '</title><script>alert(1)</script>', language: 'uk', bodyHtml: '<p>text</p>' });
  expect(html).not.toContain('<script');
  expect(html).toContain('<html lang="uk">');
});
