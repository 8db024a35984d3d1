import { describe, expect, it } from 'vitest';
import type { CaseHost } from '#main/caseprocess/case-host.ts';
import type { EvidenceItem } from '#shared/domain/evidence/evidence-item.ts';
import { newHostedCase, onePixelPng, reopenHostedCase, takeInText, tell } from '#tests/harness/hosted-case.ts';
import { good, inTemporaryFolder } from '#tests/harness/stored-case.ts';

const words = 'Перший рядок.\n\nДругий рядок.';

/** The first bytes of a sound file are enough to be one; nobody here plays it. */
const sound = new TextEncoder().encode(`ID3${'\u0000'.repeat(40)}`);

async function withCase(work: (host: CaseHost, folder: string) => Promise<void>): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const host = await newHostedCase(folder);
    await work(host, folder);
    await host.close();
  });
}

async function takeInBytes(host: CaseHost, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<EvidenceItem> {
  const [taken] = await tell(host, 'evidence/take-in', { jobId: 'j', files: [{ from: 'bytes', name, bytes }] });
  if (taken?.outcome !== 'taken-in') throw new Error('not taken in');
  return taken.evidence;
}
const shown = async (host: CaseHost, id: string) => good(await host.query('evidence/show', { id }));

describe('marked places', () => {
  it('keep a quote, a region or a moment with its label and what stands there, and go again', () =>
    withCase(async (host, folder) => {
      const text = await takeInText(host, 'a.txt', words);
      const picture = await takeInBytes(host, 'card.png', onePixelPng);
      const speech = await takeInBytes(host, 'speech.mp3', sound);
      const quote = await tell(host, 'evidence/mark-place', { anchor: { evidenceId: text.id, quote: 'Другий' } });
      const card = await tell(host, 'evidence/mark-place', {
        anchor: { evidenceId: picture.id, region: { x: 10, y: 10, w: 50, h: 20 } },
        label: 'name line',
        transcription: 'ПРОБНЫЙ-ООЛ',
        language: 'ru',
      });
      await tell(host, 'evidence/mark-place', { anchor: { evidenceId: speech.id, at: { from: 1_000, to: 2_500 } }, transcription: 'I want to live here.' });
      expect((await shown(host, text.id)).places).toMatchObject([{ id: quote.placeId, label: null, anchor: { sort: 'quote', exact: 'Другий', start: 15 } }]);
      expect((await shown(host, speech.id)).places).toMatchObject([{ anchor: { sort: 'time', from: 1_000, to: 2_500 } }]);
      await tell(host, 'evidence/edit-place', { id: picture.id, placeId: card.placeId, label: 'line of the name', language: null });
      expect((await shown(host, picture.id)).places).toMatchObject([{ label: 'line of the name', transcription: 'ПРОБНЫЙ-ООЛ', language: null }]);
      await tell(host, 'evidence/unmark-place', { id: text.id, placeId: quote.placeId });
      expect(await shown(host, text.id)).toEqual(text);
      await host.close();
      const again = await reopenHostedCase(folder);
      expect((await shown(again, picture.id)).places).toHaveLength(1);
      expect(good(await again.query('search/find', { query: 'ПРОБНЫЙ' })).map((hit) => hit.id)).toContain(picture.id);
      await again.close();
    }));

  it('are refused where there is nothing to mark', () =>
    withCase(async (host) => {
      const text = await takeInText(host, 'a.txt', words);
      const refusals = await Promise.all([
        host.command('evidence/mark-place', { anchor: { evidenceId: text.id } }),
        host.command('evidence/mark-place', { anchor: { evidenceId: text.id, at: { from: 0, to: null } } }),
        host.command('evidence/mark-place', { anchor: { evidenceId: text.id, page: 1 } }),
        host.command('evidence/mark-place', { anchor: { evidenceId: text.id, quote: 'Другий', page: 1 } }),
        host.command('evidence/unmark-place', { id: text.id, placeId: text.id }),
      ]);
      expect(refusals.map((reply) => reply.ok || (reply.problem.kind === 'refused' ? reply.problem.rule : reply.problem.kind))).toEqual([
        'invalid-input',
        'no-recording',
        'no-such-page',
        'invalid-input',
        'not-found',
      ]);
    }));

  it('carry claims: a moment of a recording is an anchor like any other', () =>
    withCase(async (host) => {
      const speech = await takeInBytes(host, 'speech.mp3', sound);
      const anchors = [{ evidenceId: speech.id, at: { from: 61_000, to: null } }];
      const { id } = await tell(host, 'claims/assert', { text: 'He says where he comes from.', asserter: { name: 'a captive' }, anchors });
      expect(good(await host.query('claims/show', { id })).anchors).toEqual([{ sort: 'time', evidenceId: speech.id, from: 61_000, to: null }]);
      const backwards = await host.command('claims/edit', { id, anchors: [{ evidenceId: speech.id, at: { from: 5_000, to: 4_000 } }] });
      expect(backwards).toMatchObject({ ok: false, problem: { kind: 'invalid-input' } });
    }));
});

describe('derivatives', () => {
  it('keep what they were made of and how, its source and its marks; custody tells of both', () =>
    withCase(async (host) => {
      const video = await takeInBytes(host, 'speech.mp3', sound);
      await tell(host, 'evidence/mark-at-risk', { id: video.id, marks: ['captive'], legalBasis: 'public interest' });
      const taken = await tell(host, 'evidence/derive', {
        jobId: 'j',
        fromId: video.id,
        transform: 'frame at 0:01.500',
        file: { from: 'bytes', name: 'frame.png', bytes: onePixelPng },
      });
      if (taken.outcome !== 'taken-in') throw new Error('not taken in');
      expect(taken.evidence).toMatchObject({
        role: 'derivative',
        sourceId: video.sourceId,
        derivedFrom: { evidenceId: video.id, transform: 'frame at 0:01.500' },
        atRisk: ['captive'],
        legalBasis: 'public interest',
        picture: { width: 400 },
      });
      const custody = good(await host.query('custody/list', {})).entries.map(({ action, evidenceId, reason }) => ({ action, evidenceId, reason }));
      expect(custody.filter(({ reason }) => reason === 'frame at 0:01.500')).toEqual(
        expect.arrayContaining([
          { action: 'copied', evidenceId: video.id, reason: 'frame at 0:01.500' },
          { action: 'imported', evidenceId: taken.evidence.id, reason: 'frame at 0:01.500' },
        ]),
      );
      expect(await host.command('evidence/remove', { id: video.id, reason: 'x' })).toMatchObject({ ok: false, problem: { rule: 'cited-elsewhere' } });
      expect(good(await host.query('history/list', {})).undo.map(({ label }) => label)).toContain('derive-evidence');
    }));
});

describe('translations', () => {
  it('stand beside their original line for line, with their translator, and can be quoted and superseded', () =>
    withCase(async (host) => {
      const original = await takeInText(host, 'a.txt', words);
      const lines = ['The first line.', '', 'The second line.'];
      const first = await tell(host, 'evidence/translate', { id: original.id, language: 'en', translator: 'O. Translator', lines });
      const item = await shown(host, first.id);
      expect(item).toMatchObject({ translator: 'O. Translator', role: 'derivative', sourceId: original.sourceId, text: { language: 'en' } });
      expect(item.derivedFrom).toEqual({ evidenceId: original.id, transform: 'translated into en by O. Translator' });
      expect(good(await host.query('evidence/text', { id: first.id })).text).toBe(lines.join('\n'));
      const anchors = [{ evidenceId: first.id, quote: 'second line' }];
      await tell(host, 'claims/assert', { text: 'There is a second line.', asserter: { name: 'the author' }, anchors });
      const better = { ...{ id: original.id, language: 'en', translator: 'O. Translator' }, lines: ['Line one.', '', 'Line two.'], replacesId: first.id };
      const second = await tell(host, 'evidence/translate', better);
      const links = good(await host.query('links/of', { id: second.id })).map(({ type, toId }) => [type, toId]);
      expect(links).toEqual(
        expect.arrayContaining([
          ['translates', original.id],
          ['supersedes', first.id],
        ]),
      );
    }));

  it('are refused with another number of lines, without words, or in place of something else', () =>
    withCase(async (host) => {
      const original = await takeInText(host, 'a.txt', words);
      const of = { id: original.id, language: 'en', translator: 'O. T.' };
      for (const lines of [['one'], ['', '', ''], ['a\nb', '', 'c']]) {
        const refused = await host.command('evidence/translate', { ...of, lines });
        expect(refused).toEqual({ ok: false, problem: { kind: 'refused', rule: 'not-line-for-line' } });
      }
      const wrong = await host.command('evidence/translate', { ...of, lines: ['a', '', 'b'], replacesId: original.id });
      expect(wrong).toMatchObject({ ok: false, problem: { kind: 'invalid-input', where: 'replacesId' } });
    }));
});
