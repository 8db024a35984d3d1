import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseHost } from '#main/caseprocess/case-host.ts';
import type { EvidenceItem } from '#shared/domain/evidence/evidence-item.ts';
import { newHostedCase, onePixelPng, takeInText, tell } from '#tests/harness/hosted-case.ts';
import { good, inTemporaryFolder } from '#tests/harness/stored-case.ts';

const nobody = '0194a000-0000-7000-8000-00000000ffff';
let host: CaseHost;
let article: EvidenceItem;
let picture: EvidenceItem;
let end: () => void;
let over: Promise<void>;

beforeAll(async () => {
  const ready = new Promise<void>((resolve) => {
    over = inTemporaryFolder(async (folder) => {
      host = await newHostedCase(folder);
      article = await takeInText(host, 'article.txt', 'He wrote: “first prisoners are now in Kyiv,” on X.');
      const [taken] = await tell(host, 'evidence/take-in', { jobId: 'j', files: [{ from: 'bytes', name: 'card.png', bytes: onePixelPng }] });
      if (taken?.outcome === 'taken-in') picture = taken.evidence;
      await new Promise<void>((closed) => {
        end = closed;
        resolve();
      });
      await host.close();
    });
  });
  await ready;
});
afterAll(async () => {
  end();
  await over;
});

describe('claims', () => {
  it('are changed together in one step of undo, all of them or none', async () => {
    const say = async (text: string, via: readonly string[] = []) =>
      (await tell(host, 'claims/assert', { text, asserter: { name: 'Somebody' }, via: via.map((name) => ({ name })) })).id;
    const ids = [await say('One.'), await say('Two.'), await say('Three.', ['A relay'])];
    const shown = async () => Promise.all(ids.map(async (id) => good(await host.query('claims/show', { id }))));
    const before = await shown();
    expect((await host.command('claims/edit-many', { ids, asserter: { name: 'A relay' }, finding: 'disputed' })).ok).toBe(false);
    expect(await shown()).toEqual(before);
    await tell(host, 'claims/edit-many', { ids, asserter: { name: 'The spokesman' }, finding: 'disputed', credibility: '3', saidAt: '2025-01' });
    for (const claim of await shown())
      expect(claim).toMatchObject({ asserter: 'The spokesman', finding: 'disputed', credibility: '3', saidAt: '2025-01', act: 'said' });
    await tell(host, 'history/undo', {});
    expect(await shown()).toEqual(before);
  });

  it('are split: the first part keeps the links and judgments, the others are judged anew', async () => {
    const anchors = [{ evidenceId: article.id, quote: 'first prisoners' }];
    const { id } = await tell(host, 'claims/assert', {
      text: 'They were caught and brought to Kyiv.',
      asserter: { name: 'AFP' },
      saidAt: '2025-01-11',
      anchors,
    });
    await tell(host, 'claims/rate', { id, finding: 'disputed' });
    const { ids } = await tell(host, 'claims/split', { id, texts: ['They were caught.', 'They were brought to Kyiv.'] });
    expect(ids[0]).toBe(id);
    const [first, second] = await Promise.all(ids.map(async (each) => good(await host.query('claims/show', { id: each }))));
    expect(first).toMatchObject({ text: 'They were caught.', finding: 'disputed' });
    expect(second).toMatchObject({
      text: 'They were brought to Kyiv.',
      asserter: 'AFP',
      saidAt: '2025-01-11',
      finding: 'unassessed',
      anchors: first?.anchors,
      source: 'article.txt',
    });
  });

  it('are found again by a filter that the case keeps, also after two names became one', async () => {
    const [kept, gone] = [
      await tell(host, 'entities/add', { kind: 'person', names: ['Kim A'] }),
      await tell(host, 'entities/add', { kind: 'person', names: ['Kim B'] }),
    ];
    const filter = await tell(host, 'claims/keep-filter', { title: 'What Kim says', conditions: { asserterId: gone.id }, grouping: 'month' });
    await tell(host, 'entities/merge', { keptId: kept.id, goneId: gone.id });
    expect(good(await host.query('claims/filters', {}))).toMatchObject([
      { id: filter.id, title: 'What Kim says', conditions: { asserterId: kept.id }, grouping: 'month' },
    ]);
    await tell(host, 'claims/remove-filter', { id: filter.id });
    expect(good(await host.query('claims/filters', {}))).toEqual([]);
    expect(await host.command('claims/remove-filter', { id: filter.id })).toMatchObject({ problem: { kind: 'not-found', what: 'filter' } });
  });

  it('keep who said it, through whom, when, and the exact words in the evidence', async () => {
    const { id } = await tell(host, 'claims/assert', {
      text: 'The first prisoners are in Kyiv.',
      asserter: { name: 'Andriy Sybiga' },
      via: [{ name: 'AFP' }, { name: 'Le Monde' }],
      act: 'published',
      saidAt: '2025-01-11',
      eventAt: '2025-01-11~',
      anchors: [{ evidenceId: article.id, quote: '"first prisoners  are now in Kyiv,"' }],
    });
    const claim = good(await host.query('claims/show', { id }));
    expect(claim).toMatchObject({
      asserter: 'Andriy Sybiga',
      via: ['AFP', 'Le Monde'],
      act: 'published',
      eventAt: '2025-01-11~',
      independentOrigins: 1,
      evidenceIds: [article.id],
    });
    expect(claim.anchors).toMatchObject([{ sort: 'quote', exact: '“first prisoners are now in Kyiv,”', start: 10 }]);
  });

  it('name one entity, however its name is written', async () => {
    const before = good(await host.query('entities/list', {})).length;
    const { id } = await tell(host, 'claims/assert', { text: 'Again.', asserter: { name: 'ＡＮＤＲＩＹ  sybiga' } });
    expect(good(await host.query('entities/list', {}))).toHaveLength(before);
    expect(good(await host.query('claims/show', { id })).asserter).toBe('Andriy Sybiga');
  });

  it('are refused a quote that is not in the text, a region outside the picture, and evidence that is not there', async () => {
    const claim = { text: 'x', asserter: { name: 'y' } };
    const refusal = async (anchor: object) => {
      const reply = await host.command('claims/assert', { ...claim, anchors: [anchor as never] });
      return reply.ok ? null : reply.problem;
    };
    expect(await refusal({ evidenceId: article.id, quote: 'never written' })).toEqual({ kind: 'refused', rule: 'quote-not-in-text' });
    expect(await refusal({ evidenceId: picture.id, quote: 'x' })).toEqual({ kind: 'refused', rule: 'no-text-to-quote' });
    expect(await refusal({ evidenceId: article.id, region: { x: 0, y: 0, w: 1, h: 1 } })).toEqual({ kind: 'refused', rule: 'no-picture' });
    expect(await refusal({ evidenceId: picture.id, region: { x: 390, y: 0, w: 20, h: 10 } })).toEqual({ kind: 'refused', rule: 'region-outside-picture' });
    expect(await refusal({ evidenceId: nobody })).toMatchObject({ kind: 'not-found', what: 'evidence' });
    expect(await refusal({ evidenceId: picture.id, region: { x: 380, y: 290, w: 20, h: 10 } })).toBeNull();
  });

  it('are not relayed by their own asserter', async () => {
    const reply = await host.command('claims/assert', { text: 'x', asserter: { name: 'Echo' }, via: [{ name: 'echo' }] });
    expect(reply).toMatchObject({ ok: false, problem: { kind: 'invalid-input', where: 'via' } });
  });

  it('get advice, not a refusal, when rated beyond their origins', async () => {
    const { id } = await tell(host, 'claims/assert', { text: 'Alone.', asserter: { name: 'One' }, anchors: [{ evidenceId: article.id }] });
    const { advice } = await tell(host, 'claims/rate', { id, credibility: '1', finding: 'corroborated' });
    expect(advice).toEqual(['corroborated-by-one-origin', 'credibility-1-by-one-origin']);
    const attention = good(await host.query('case/standing', {})).attention;
    expect(attention.find(({ code }) => code === 'credibility-1-by-one-origin')?.ids).toEqual([id]);
    await tell(host, 'claims/rate', { id, credibility: '6', finding: 'unassessed' });
  });

  it('are listed by every part of the filter, in any script', async () => {
    const { id } = await tell(host, 'claims/assert', { text: 'Билет выдан в Кызыле.', asserter: { name: '김철수' } });
    const listed = async (filter: Parameters<typeof host.query<'claims/list'>>[1]) => good(await host.query('claims/list', filter)).map((claim) => claim.id);
    expect(await listed({ match: 'кызыле БИЛЕТ' })).toEqual([id]);
    expect(await listed({ match: '김철' })).toEqual([id]);
    expect(await listed({ withoutEvidence: true })).toContain(id);
    expect(await listed({ evidenceId: article.id })).not.toContain(id);
    expect(await listed({ credibility: '6' })).toHaveLength(1);
    const rival = await tell(host, 'claims/assert', { text: 'Not so.', asserter: { name: 'Other' } });
    await tell(host, 'links/draw', { fromId: rival.id, type: 'contradicts', toId: id });
    expect((await listed({ inConflict: true })).toSorted()).toEqual([id, rival.id].toSorted());
  });
});

describe('links', () => {
  it('are refused twice, turned round when they read the same, and to the object itself', async () => {
    const [left, right] = [await tell(host, 'sources/add', { kind: 'post', title: 'L' }), await tell(host, 'sources/add', { kind: 'post', title: 'R' })];
    const draw = (fromId: string, type: 'supports' | 'same-origin-as', toId: string) => host.command('links/draw', { fromId, type, toId });
    expect((await draw(left.id, 'supports', right.id)).ok).toBe(true);
    expect((await draw(right.id, 'supports', left.id)).ok).toBe(true);
    expect(await draw(left.id, 'supports', right.id)).toMatchObject({ problem: { rule: 'link-exists' } });
    expect((await draw(left.id, 'same-origin-as', right.id)).ok).toBe(true);
    expect(await draw(right.id, 'same-origin-as', left.id)).toMatchObject({ problem: { rule: 'link-exists' } });
    expect(await draw(left.id, 'supports', left.id)).toMatchObject({ problem: { rule: 'link-to-itself' } });
    expect(await draw(left.id, 'supports', nobody)).toMatchObject({ problem: { kind: 'not-found' } });
    expect(good(await host.query('links/of', { id: left.id }))).toHaveLength(3);
  });
});

describe('removing', () => {
  it('is refused for what is cited elsewhere, and says so', async () => {
    expect(await host.command('evidence/remove', { id: article.id, reason: 'x' })).toMatchObject({ problem: { rule: 'cited-elsewhere' } });
  });
});

describe('sources', () => {
  it('cannot relay themselves, not even by way of others', async () => {
    const first = await tell(host, 'sources/add', { kind: 'article', title: 'First' });
    const second = await tell(host, 'sources/add', { kind: 'article', title: 'Second', originId: first.id });
    expect(await host.command('sources/edit', { id: first.id, originId: second.id })).toMatchObject({ problem: { rule: 'link-to-itself' } });
    expect(await host.command('sources/edit', { id: first.id, originId: first.id })).toMatchObject({ problem: { rule: 'link-to-itself' } });
  });
});

describe('notes', () => {
  it('keep every earlier version', async () => {
    const { id } = await tell(host, 'notes/write', { text: 'first', aboutIds: [article.id] });
    await tell(host, 'notes/revise', { id, text: 'second' });
    await tell(host, 'notes/revise', { id, title: 'A title' });
    await tell(host, 'notes/revise', { id, text: 'third' });
    const note = good(await host.query('notes/show', { id }));
    expect(note).toMatchObject({ text: 'third', title: 'A title', versions: 3 });
    expect(note.earlier.map(({ text }) => text)).toEqual(['first', 'second']);
    expect(good(await host.query('notes/list', { aboutId: article.id })).map((each) => each.id)).toEqual([id]);
  });
});
