import { describe, expect, it } from 'vitest';
import { newHostedCase, reopenHostedCase, takeInText, tell } from '#tests/harness/hosted-case.ts';
import { good, inTemporaryFolder } from '#tests/harness/stored-case.ts';

describe('watch terms', () => {
  it('are told of what is taken in from then on: which stand in it, how often and where first', () =>
    inTemporaryFolder(async (folder) => {
      const host = await newHostedCase(folder);
      await takeInText(host, 'before.txt', 'Putin was here before anybody watched.');
      const putin = await tell(host, 'watch/add', { term: ' Путин ', reason: 'Who was met?' });
      const region = await tell(host, 'watch/add', { term: 'Kursk region' });
      await tell(host, 'watch/add', { term: 'Tyva' });
      const files = [
        { from: 'text', name: 'one.txt', text: 'In the Kursk region Putin met soldiers; Путина видели.' },
        { from: 'text', name: 'two.txt', text: 'Nobody came to Kursk.' },
      ] as const;
      const taken = await tell(host, 'evidence/take-in', { jobId: 'j', files: [...files] });
      expect(taken).toMatchObject([
        {
          watched: [
            { id: region.id, term: 'Kursk region', times: 1, first: { start: 7, end: 19 } },
            { id: putin.id, term: 'Путин', times: 2, first: { start: 20, end: 25 } },
          ],
        },
        { watched: [] },
      ]);
      const [item] = taken;
      const id = item?.outcome === 'taken-in' ? item.evidence.id : ('' as never);
      const derived = await tell(host, 'evidence/derive', { jobId: 'j', fromId: id, transform: 'cut', file: { from: 'text', name: 'c', text: 'Putin, cut' } });
      expect(derived).toMatchObject({ watched: [{ id: putin.id, times: 1 }] });
      expect(good(await host.query('watch/in-text', { id }))).toMatchObject({
        terms: [
          { term: 'Kursk region', reason: null, times: 1 },
          { term: 'Путин', reason: 'Who was met?', times: 2 },
        ],
        spans: [{ start: 7 }, { start: 20 }, { id: putin.id, start: 40 }],
      });
      await host.close();
    }));

  it('are listed with every exhibit they stand in now, also one that came before, and follow every edit', () =>
    inTemporaryFolder(async (folder) => {
      const host = await newHostedCase(folder);
      const first = await takeInText(host, 'before.txt', `${'word '.repeat(40)}Путин and Putin${' word'.repeat(60)}`);
      await takeInText(host, 'slip.txt', 'Putim, and an input.');
      const { id } = await tell(host, 'watch/add', { term: 'putin' });
      const places = async () => good(await host.query('watch/places', { id })).exhibits;
      const [place] = await places();
      expect(place).toMatchObject({ evidenceId: first.id, name: 'before.txt', times: 2, first: { start: 200, end: 205 } });
      expect(place?.marks.map(([start, end]) => place.snippet.slice(start, end))).toEqual(['Путин']);
      expect(good(await host.query('watch/counts', {}))).toEqual([{ id, exhibits: 1, times: 2, more: false }]);
      const second = await takeInText(host, 'after.txt', 'Putin Putin Putin');
      expect((await places()).map(({ evidenceId, times }) => [evidenceId, times])).toEqual([
        [second.id, 3],
        [first.id, 2],
      ]);
      await tell(host, 'evidence/edit', { id: second.id, name: 'renamed.txt' });
      expect((await places())[0]?.name).toBe('renamed.txt');
      await tell(host, 'watch/edit', { id, term: '"Путин"', reason: 'spelt so' });
      expect((await places()).map(({ evidenceId }) => evidenceId)).toEqual([first.id]);
      await tell(host, 'history/undo', {});
      expect(await places()).toHaveLength(2);
      await tell(host, 'evidence/remove', { id: second.id, reason: 'a mistake' });
      expect(await places()).toHaveLength(1);
      await host.close();
    }));

  it('are each watched for once, need a word, and go with the case', () =>
    inTemporaryFolder(async (folder) => {
      const host = await newHostedCase(folder);
      const { id } = await tell(host, 'watch/add', { term: 'Storm  Corps' });
      const other = await tell(host, 'watch/add', { term: '폭풍군단', reason: 'the same unit' });
      const already = { ok: false, problem: { kind: 'refused', rule: 'watched-already' } };
      expect(await host.command('watch/add', { term: 'STORM CORPS' })).toEqual(already);
      expect(await host.command('watch/edit', { id, term: '폭풍군단' })).toEqual(already);
      expect(await host.command('watch/add', { term: '— …' })).toMatchObject({ problem: { kind: 'invalid-input' } });
      await tell(host, 'watch/edit', { id, reason: 'why not' });
      await tell(host, 'watch/edit', { id: other.id, reason: null });
      await host.close();
      const again = await reopenHostedCase(folder);
      expect(good(await again.query('watch/list', {}))).toMatchObject([
        { id, term: 'Storm  Corps', reason: 'why not', by: 'A. Analyst' },
        { id: other.id, term: '폭풍군단', reason: null },
      ]);
      await tell(again, 'watch/remove', { id });
      for (const gone of [
        await again.command('watch/remove', { id }),
        await again.command('watch/edit', { id, term: 'x' }),
        await again.query('watch/places', { id }),
      ])
        expect(gone).toMatchObject({ problem: { kind: 'not-found', what: 'watch' } });
      await again.close();
    }));
});
