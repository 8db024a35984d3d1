import { afterAll, beforeAll, expect, test } from 'vitest';
import { articleHtml, seedArticle } from '#tests/fixtures/material/article-html.ts';
import { openQuarantineLab, type QuarantineLab } from '#tests/harness/quarantine-page.ts';

let lab: QuarantineLab;
beforeAll(async () => {
  lab = await openQuarantineLab();
}, 120_000);
afterAll(() => lab.close());
const utf8 = (text: string) => new TextEncoder().encode(text);

test('plain text comes back as its own words', async () => {
  const draft = await lab.examine({ format: 'text', bytes: utf8('Перший рядок\r\nдругий і третій рядки її') });
  expect(draft.text).toEqual({ text: 'Перший рядок\nдругий і третій рядки її', language: 'uk', encoding: 'utf-8' });
});

test('an article keeps its paragraphs, its metadata with their places, and a quiet copy of the page', async () => {
  const draft = await lab.examine({ format: 'html', bytes: utf8(articleHtml(seedArticle())) });
  console.log(draft.text?.text.slice(0, 700), draft.found, draft.warnings, draft.pageHtml?.slice(-2500));
});
