import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ExamineDraft } from '#shared/contract/quarantine.ts';
import { material, materialNames } from '#tests/fixtures/material/material.ts';
import { openQuarantineLab, type QuarantineLab } from '#tests/harness/quarantine-page.ts';

let lab: QuarantineLab;
beforeAll(async () => {
  lab = await openQuarantineLab();
}, 120_000);
afterAll(async () => {
  await lab.close();
  expect(lab.attempts).toEqual([]);
});
const examine = (name: string) => lab.examine({ format: 'mhtml', mime: 'multipart/related', bytes: material('mhtml', name) });
const found = (draft: ExamineDraft, field: string) => draft.found.filter((each) => each.field === field).map(({ value, where }) => `${where}: ${value}`);
const pictures = (draft: ExamineDraft) => draft.pageHtml?.match(/<img[^>]* src="data:image\/png;base64,/g)?.length ?? 0;

test('a page as Chromium saves it: its words in its encoding, its picture, the post it embeds, and where and when it was saved', async () => {
  const draft = await examine('chromium.mhtml');
  expect(draft.text).toMatchObject({ encoding: 'windows-1251', language: 'ru' });
  expect(draft.text?.text).toContain('Абзац номер 3: солдаты взяты в плен в Курской области');
  expect(draft.pageHtml).toContain('A post that the article embeds: the card was shown in Kyiv.');
  expect(pictures(draft)).toBe(2);
  expect(draft.pageHtml).not.toContain('<span data-absent-picture');
  expect(found(draft, 'url')).toEqual([
    'Snapshot-Content-Location: https://news.example/a/9',
    'Content-Location: https://news.example/a/9',
    'link canonical: https://news.example/a/9',
  ]);
  expect(found(draft, 'saved')).toEqual(['Date: Sun, 12 Jan 2025 08:15:00 GMT']);
  expect(found(draft, 'title')[0]).toBe('Subject: Документ о пленных — Примерная газета!');
  expect(found(draft, 'published')).toEqual(['meta article:published_time: 2025-01-12T08:00:00+03:00']);
  expect(found(draft, 'generator')).toEqual(['From: <Saved by Blink>']);
});

test('one of Internet Explorer: bare line feeds, parts within parts, a charset that only the part names, relative addresses', async () => {
  const draft = await examine('old-explorer.mht');
  expect(draft.text).toMatchObject({ text: 'Повідомлення пресслужби: двоє полонених у Києві, їх допитують слідчі.', encoding: 'windows-1251' });
  expect(pictures(draft)).toBe(1);
  expect(found(draft, 'title')).toEqual(['Subject: Пресслужба', 'title: Пресслужба']);
  expect(found(draft, 'url')).toEqual(['Content-Location: http://press.example/2025/01/page.html']);
});

test('one that was cut off keeps its words, and says that a picture is not whole by leaving it out', async () => {
  const draft = await examine('broken-cut-off.mhtml');
  expect(draft.text?.text).toContain('Абзац номер 4');
  expect(pictures(draft)).toBe(0);
});

test('a hostile one gets nothing: no script, no request, no frame without end; what is no encoding stays as it is written', async () => {
  const draft = await examine('broken-hostile.mhtml');
  const body = draft.pageHtml?.slice(draft.pageHtml.indexOf('<body>')) ?? '';
  expect(body).not.toMatch(/<script|<iframe|<svg|\son\w+=|\s(src|srcset|href|style)=/i);
  expect(draft.text?.text).toContain('The words of a hostile page, =ZZ and all.');
  expect(draft.pageHtml?.match(/A frame that holds itself\./g)?.length).toBe(3);
  expect(draft.warnings).toEqual(expect.arrayContaining(['scripts-removed', 'remote-references-inert']));
});

test('one without a page says so', async () => {
  expect(await examine('broken-no-page.mhtml')).toMatchObject({ text: null, pageHtml: null, warnings: ['document-unreadable'] });
});

test('the encoding that the analyst chooses is that of the page', async () => {
  const draft = await lab.examine({ format: 'mhtml', bytes: material('mhtml', 'old-explorer.mht'), encoding: 'koi8-r' });
  expect(draft.text?.encoding).toBe('koi8-r');
});

test('every sample is named here', () => {
  expect(materialNames('mhtml')).toEqual(['broken-cut-off.mhtml', 'broken-hostile.mhtml', 'broken-no-page.mhtml', 'chromium.mhtml', 'old-explorer.mht']);
});
