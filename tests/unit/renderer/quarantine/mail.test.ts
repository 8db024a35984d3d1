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
const examine = (name: string) => lab.examine({ format: 'mail', mime: 'message/rfc822', bytes: material('mail', name) });
const found = (draft: ExamineDraft, field: string) => draft.found.filter((each) => each.field === field).map(({ value, where }) => `${where}: ${value}`);

test('a plain mail: its head and its words, lines made whole, each hop of its way', async () => {
  const draft = await examine('plain.eml');
  expect(draft.text).toEqual({
    text: [
      'From: Пресслужба <press@agency.example>',
      'To: desk@paper.example',
      'Date: Fri, 10 Jan 2025 12:03:00 +0200',
      'Subject: Прес-конференція у п’ятницю: запрошення',
      '',
      'Колеги,',
      '',
      'запрошуємо на зустріч, де буде показано посвідчення та відповіді на запитання.',
      '> Чи буде',
      '> переклад?',
      'Так.',
      '',
      '-- ',
      'Пресслужба',
    ].join('\n'),
    language: 'uk',
    encoding: 'koi8-u',
  });
  expect(draft.pageHtml).toBeNull();
  expect(found(draft, 'author')).toEqual(['From: Пресслужба <press@agency.example>']);
  expect(found(draft, 'published')).toEqual(['Date: Fri, 10 Jan 2025 12:03:00 +0200', 'Date, in universal time: 2025-01-10T10:03:00Z']);
  expect(found(draft, 'received')).toHaveLength(2);
  expect(found(draft, 'message-id')).toEqual(['Message-ID: <77@agency.example>']);
});

test('a laid-out mail: its page with the head over it and the picture it brings, what counts its readers gone, its attachment told by name and size', async () => {
  const draft = await examine('page.eml');
  expect(draft.text?.text).toBe(
    [
      'From: "Spokesperson" <press@nis.example>',
      'To: desk@paper.example',
      'Cc: 기자단 <group@paper.example>',
      'Date: Sun, 12 Jan 2025 09:00:00 +0900',
      'Subject: 포로에 관하여',
      '',
      '포로 두 명이 키이우에서 조사를 받고 있습니다.',
    ].join('\n'),
  );
  expect(draft.text).toMatchObject({ encoding: 'euc-kr', language: 'ko' });
  expect(draft.pageHtml).toContain('<strong>Subject</strong> 포로에 관하여<br>');
  expect(draft.pageHtml?.match(/<img[^>]* src="data:image\/png;base64,/g)).toHaveLength(1);
  expect(draft.pageHtml).not.toContain('track.example');
  expect(draft.warnings).toEqual(['remote-references-inert']);
  expect(found(draft, 'attachment')).toEqual([
    expect.stringMatching(/^attachment: card\.png \(image\/png, \d+ bytes\)$/),
    'attachment: 보도자료.pdf (application/pdf, 9 bytes)',
  ]);
  expect(found(draft, 'answers')).toEqual(['In-Reply-To: <70@paper.example>']);
});

test('gives out what is attached to it when that is asked, and nothing else', async () => {
  const draft = await lab.examine({ format: 'mail', bytes: material('mail', 'page.eml'), attachments: true });
  expect(draft.attached?.map(({ name }) => name)).toEqual(['card.png', '보도자료.pdf']);
  expect(draft.attached?.map(({ bytes }) => [...bytes])).toEqual([[...material('image', 'drawn.png')], [...Buffer.from('%PDF-1.4\n')]]);
  expect([draft.text, draft.pageHtml, draft.found]).toEqual([null, null, []]);
});

test('says no more of itself than is kept, however often it repeats a field', async () => {
  const fields = `Received: a\nFrom: b\n${'To: c@d.example\n'.repeat(2_000)}\nWords.\n`;
  const draft = await lab.examine({ format: 'mail', bytes: new TextEncoder().encode(fields) });
  expect(draft.found).toHaveLength(500);
  expect(draft.text?.text.endsWith('Words.')).toBe(true);
});

test('one that ends with its head keeps that', async () => {
  const draft = await examine('broken-no-body.eml');
  expect(draft.text?.text).toBe('From: a@b.example\nSubject: Nothing follows');
  expect(draft.warnings).toEqual([]);
});

test('every sample is named here', () => {
  expect(materialNames('mail')).toEqual(['broken-no-body.eml', 'page.eml', 'plain.eml']);
});
