import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExamineDraft } from '#shared/contract/quarantine.ts';
import { plainPng } from '#tests/fixtures/dossier/plain-png.ts';
import { articleHtml, seedArticle } from '#tests/fixtures/material/article-html.ts';
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
const utf8 = (text: string) => new TextEncoder().encode(text);
const found = (draft: ExamineDraft, field: string) => draft.found.filter((each) => each.field === field).map(({ value, where }) => `${where}: ${value}`);

describe('text', () => {
  test('comes back as its own words', async () => {
    const draft = await lab.examine({ format: 'text', bytes: utf8('Перший рядок\r\nдругий і третій рядки її') });
    expect(draft.text).toEqual({ text: 'Перший рядок\nдругий і третій рядки її', language: 'uk', encoding: 'utf-8' });
  });

  test('of 12 MiB goes through in pieces and comes back whole', async () => {
    const line = 'One line of a very long log that somebody kept.\n';
    const draft = await lab.examine({ format: 'text', bytes: utf8(line.repeat(Math.ceil((12 * 1024 * 1024) / line.length))) });
    expect(draft.text?.text.length).toBe(line.length * Math.ceil((12 * 1024 * 1024) / line.length));
  });
});

describe('a picture that is redacted', () => {
  const png = (color: readonly [number, number, number]) => Uint8Array.from(plainPng(200, 100, color));
  const pixels = async (bytes: Uint8Array) => {
    const page = await lab.browser.newPage();
    const read = await page.evaluate(
      async (numbers) => {
        const bitmap = await createImageBitmap(new Blob([new Uint8Array(numbers)]));
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
        context?.drawImage(bitmap, 0, 0);
        return [...(context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? [])];
      },
      [...bytes],
    );
    await page.close();
    return (x: number, y: number) => read.slice((y * 200 + x) * 4, (y * 200 + x) * 4 + 3).join();
  };

  test('has its regions black in every copy, nothing else changed, and says nothing of itself', async () => {
    const draft = await lab.examine({ format: 'image', bytes: png([200, 20, 20]), fill: [{ x: 50, y: 20, w: 30, h: 40 }] });
    expect([draft.found, draft.text, draft.picture?.width, draft.picture?.height]).toEqual([[], null, 200, 100]);
    for (const copy of [draft.picture?.display, draft.picture?.figure]) {
      const at = await pixels(copy?.bytes ?? new Uint8Array());
      for (const [x, y] of [
        [50, 20],
        [79, 59],
        [60, 40],
      ] as const)
        expect(at(x, y)).toBe('0,0,0');
      for (const [x, y] of [
        [49, 20],
        [80, 59],
        [50, 19],
        [79, 60],
        [0, 0],
        [199, 99],
      ] as const)
        expect(at(x, y)).toBe('200,20,20');
    }
  });

  test('without regions is the same pixels, encoded anew', async () => {
    const draft = await lab.examine({ format: 'image', bytes: png([20, 200, 20]), fill: [] });
    const at = await pixels(draft.picture?.display.bytes ?? new Uint8Array());
    expect(at(100, 50)).toBe('20,200,20');
  });
});

describe('a saved page', () => {
  test('gives the words of the article by paragraphs, its facts with their places, and a quiet copy', async () => {
    const article = seedArticle();
    const draft = await lab.examine({ format: 'html', bytes: utf8(articleHtml(article, { title: 'The headline of the day' })) });
    for (const paragraph of article
      .trim()
      .split(/\n\s*\n/)
      .slice(2))
      expect(draft.text?.text).toContain(paragraph.trim());
    expect(draft.text?.text.startsWith('The headline of the day\n\n')).toBe(true);
    expect(draft.text?.text).not.toMatch(/Subscribe for more|International|changed by a script/);
    expect(draft.text).toMatchObject({ language: 'en', encoding: 'utf-8' });
    expect(draft.warnings).toEqual(['scripts-removed', 'remote-references-inert']);
    expect(found(draft, 'published')).toEqual([
      'meta article:published_time: 2025-01-12T08:15:00+01:00',
      'JSON-LD datePublished: 2025-01-12T08:15:00+01:00',
      'time datetime: 2025-01-12T08:15:00+01:00',
    ]);
    expect(found(draft, 'url')).toEqual(['link canonical: https://news.example/international/2025/01/12/specimen.html']);
    expect(found(draft, 'publisher')).toContain('meta og:site_name: Specimen Daily');
    expect(draft.pageHtml).toContain('<a data-orig-href="/international" title="/international">International</a>');
    expect(draft.pageHtml).toContain('<span data-absent-picture="" data-orig-src="https://cdn.example/photo.jpg" title="">The press centre</span>');
  });

  const russian = 'Абзац номер 3: солдаты взяты в плен в Курской области';
  test.each([
    ['declared-1251.html', 'windows-1251', []],
    ['undeclared-1251.html', 'windows-1251', ['encoding-guessed']],
    ['broken-declares-utf-8-is-1251.html', 'windows-1251', ['encoding-guessed']],
    ['utf-16.html', 'utf-16le', []],
  ])('%s is read as %s', async (name, encoding, warnings) => {
    const draft = await lab.examine({ format: 'html', bytes: material('html', name) });
    expect(draft.text).toMatchObject({ encoding, language: 'ru' });
    expect(draft.text?.text).toContain(russian);
    expect(draft.text?.text.startsWith('Документ о пленных')).toBe(true);
    expect(draft.pageHtml).toContain(russian);
    expect(draft.warnings).toEqual(warnings);
  });

  test('by SingleFile tells where and when it was saved, and keeps its pictures', async () => {
    const draft = await lab.examine({ format: 'html', bytes: material('html', 'single-file.html') });
    expect(found(draft, 'url')).toEqual(['SingleFile comment: https://news.example/a/1']);
    expect(found(draft, 'saved')).toEqual(['SingleFile comment: Sun Jan 12 2025 09:15:00 GMT+0100 (Central European Standard Time)']);
    expect(draft.pageHtml).toMatch(/<img[^>]* src="data:image\/png;base64,/);
    expect(draft.pageHtml).not.toContain('cdn.example');
    expect(draft.text?.language).toBe('en-GB');
  });

  test('with its folder shows the pictures that are there and names that one is missing', async () => {
    const companions = [{ path: 'with-folder_files/photo one.png', bytes: material('image', 'drawn.png') }];
    const draft = await lab.examine({ format: 'html', bytes: material('html', 'with-folder.html'), companions });
    expect(draft.pageHtml).toMatch(/<img alt="one"[^>]* src="data:image\/png;base64,/);
    expect(draft.pageHtml).toContain('data-orig-src="./with-folder_files/gone.png" title="">gone</span>');
    expect(draft.warnings).toEqual(['companion-missing']);
    expect(found(draft, 'url')).toEqual(['saved-from comment: https://news.example/a/2']);
  });

  test('without an article keeps all its words: tables by rows and cells, lists by lines, preformatted text as it is', async () => {
    const draft = await lab.examine({ format: 'html', bytes: material('html', 'lists-and-tables.html') });
    expect(draft.text?.text).toBe('Losses claimed\n\nWho\tHow many\nKyiv\t3,000\n\nfirst\nsecond\nline\n\nkept   as\n  it is');
  });

  test('with a broken block of facts still gives those of the next', async () => {
    const draft = await lab.examine({ format: 'html', bytes: material('html', 'broken-json-ld.html') });
    expect(found(draft, 'published')).toEqual(['JSON-LD datePublished: 2025-01-12']);
  });

  test('that is hostile loses everything active and keeps its words', async () => {
    const draft = await lab.examine({ format: 'html', bytes: material('html', 'broken-hostile.html') });
    expect(draft.warnings).toEqual(['scripts-removed', 'remote-references-inert']);
    const body = draft.pageHtml?.slice(draft.pageHtml.indexOf('<body>')) ?? '';
    expect(body).not.toMatch(/<script|<iframe|<svg|<form|<style|<link|<meta|<base|\son\w+=|\s(src|srcset|href|style|background|ping|action)=/i);
    expect(draft.text?.text).toContain('Paragraph 3 says something');
  });

  test('that is empty has a copy and no text', async () => {
    expect(await lab.examine({ format: 'html', bytes: material('html', 'broken-empty.html') })).toMatchObject({ text: null, warnings: [] });
  });

  test('nested ten thousand deep, or 20 MB long, is examined whole', async () => {
    const deep = await lab.examine({ format: 'html', bytes: utf8(`${'<div>'.repeat(10_000)}the words in the middle${'</div>'.repeat(10_000)}`) });
    expect(deep.text?.text).toBe('the words in the middle');
    const paragraph = `<p>${'A sentence of an endless page, long enough to count as one. '.repeat(4)}</p>\n`;
    const long = await lab.examine({
      format: 'html',
      bytes: utf8(`<!doctype html><title>Long</title><article>${paragraph.repeat(Math.ceil(20_000_000 / paragraph.length))}</article>`),
    });
    expect(long.text?.text.length).toBeGreaterThan(19_000_000);
  }, 90_000);

  test('every sample is named in a test here', async () => {
    const named = [
      'declared-1251',
      'undeclared-1251',
      'broken-declares-utf-8-is-1251',
      'utf-16',
      'single-file',
      'with-folder',
      'lists-and-tables',
      'broken-json-ld',
      'broken-hostile',
      'broken-empty',
    ];
    expect(named.map((name) => `${name}.html`).sort()).toEqual(materialNames('html'));
  });
});

describe('a picture', () => {
  const size = { width: 60, height: 40 };
  test.each([
    ['drawn.png', { ...size, mime: 'image/png' }, []],
    ['drawn.webp', { ...size, mime: 'image/jpeg' }, []],
    ['drawn.avif', { ...size, mime: 'image/jpeg' }, []],
    ['moving.gif', { width: 12, height: 8, mime: 'image/png' }, ['first-frame-only']],
    ['moving.png', { width: 6, height: 4, mime: 'image/png' }, ['first-frame-only']],
    ['polyglot.jpg', { width: 40, height: 60, mime: 'image/jpeg' }, []],
    ['turned.jpg', { width: 40, height: 60, mime: 'image/jpeg' }, []],
    ['broken-exif-loop.jpg', null, null],
    ['broken-half.jpg', null, null],
    ['broken-garbage.png', null, null],
    ['broken-bomb.png', null, ['picture-too-large']],
    ['broken-canvas.webp', null, ['picture-too-large']],
    ['broken-cut-off.png', null, ['picture-unreadable']],
    ['broken-no-size.png', null, ['picture-unreadable']],
  ])('%s', async (name, expected, warnings) => {
    const draft = await lab.examine({ format: 'image', bytes: material('image', name) });
    if (warnings !== null) expect(draft.warnings).toEqual(warnings);
    if (expected === null) return;
    expect(draft.picture).toMatchObject({ width: expected.width, height: expected.height, display: expected, figure: expected });
  });

  test('every sample is named above', () => expect(materialNames('image')).toHaveLength(14));

  test('tells its camera, its time, its place and its owner with the tag of each, and none of it survives in the copies', async () => {
    const draft = await lab.examine({ format: 'image', bytes: material('image', 'turned.jpg') });
    expect(found(draft, 'taken')).toContain('EXIF DateTimeOriginal: 2025:01:11 12:30:45');
    expect(found(draft, 'position')).toEqual(['EXIF GPS: 51.730400, 36.192600']);
    expect(found(draft, 'camera-make')).toContain('EXIF Make: Specimen Works');
    expect(found(draft, 'serial')).toContain('EXIF BodySerialNumber: 0001234');
    expect(found(draft, 'title')).toEqual(['XMP dc:title: Drawn specimen', 'XMP photoshop:Headline: A headline']);
    for (const copy of [draft.picture?.display, draft.picture?.figure]) {
      const words = Buffer.from(copy?.bytes ?? []).toString('latin1');
      expect(words).not.toMatch(/Specimen|Exif|xmp|Photoshop/i);
    }
  });

  test('is drawn the same, byte for byte, each time', async () => {
    const one = await lab.examine({ format: 'image', bytes: material('image', 'turned.jpg') });
    const other = await lab.examine({ format: 'image', bytes: material('image', 'turned.jpg') });
    expect(Buffer.compare(Buffer.from(one.picture?.display.bytes ?? []), Buffer.from(other.picture?.display.bytes ?? []))).toBe(0);
  });
});
