import { expect, it } from 'vitest';
import { newHostedCase, takeInText, tell } from '#tests/harness/hosted-case.ts';
import { good, inTemporaryFolder } from '#tests/harness/stored-case.ts';

it('the timeline holds every date in order, said and happened apart, and what speaks against a claim', () =>
  inTemporaryFolder(async (folder) => {
    const host = await newHostedCase(folder);
    const item = await takeInText(host, 'a.txt', 'They were captured.', { title: 'Article', publisher: 'Specimen Daily', published: '2025-01-12' });
    const captured = (
      await tell(host, 'claims/assert', {
        text: 'Captured',
        asserter: { name: 'AFP' },
        saidAt: '2025-01-11',
        eventAt: '2024-12~',
        anchors: [{ evidenceId: item.id }],
      })
    ).id;
    const denied = (await tell(host, 'claims/assert', { text: 'Nobody was', asserter: { name: 'Moscow' }, saidAt: '../2025-02' })).id;
    await tell(host, 'links/draw', { fromId: denied, type: 'contradicts', toId: captured });
    const rows = good(await host.query('timeline/list', {}));
    expect(rows.map(({ sense, date, actor }) => [sense, date, actor])).toEqual([
      ['said', '../2025-02', 'Moscow'],
      ['event', '2024-12~', 'AFP'],
      ['said', '2025-01-11', 'AFP'],
      ['published', '2025-01-12', 'Specimen Daily'],
    ]);
    expect(rows[1]).toMatchObject({ source: 'Article', against: [denied], finding: 'unassessed' });

    const chart = good(await host.query('timeline/chart', { lanesBy: 'actor', width: 900, view: { from: 0, to: 900 }, chosen: `said:${captured}` }));
    expect(chart.count).toBe(4);
    expect(chart.lanes.map(({ name, bars }) => [name, bars.map(({ row }) => row.key)])).toEqual([
      ['Moscow', [`said:${denied}`]],
      ['AFP', [`event:${captured}`, `said:${captured}`]],
      ['Specimen Daily', [`published:${rows[3]?.objectId}`]],
    ]);
    const [moscow, afp, daily] = chart.lanes;
    expect(afp?.bars[1]?.clashes, 'what speaks against a claim is known by its place').toMatchObject([{ place: 0, date: '../2025-02' }]);
    expect(moscow?.bars[0]?.clashes).toMatchObject([{ place: 2, date: '2025-01-11' }]);
    expect(chart.chosen).toMatchObject({ place: 2, row: { key: `said:${captured}` } });

    const strip = good(await host.query('timeline/chart', { lanesBy: 'actor', width: 900, view: { from: (daily?.top ?? 0) - 20, to: (daily?.top ?? 0) - 1 } }));
    expect(
      strip.lanes.map(({ name, bars }) => [name, bars.map(({ row }) => row.key)]),
      'what is not in sight is not told',
    ).toEqual([['AFP', [`said:${captured}`]]]);
    expect(strip.lanes[0]?.bars[0]?.clashes, 'but where it lies').toMatchObject([{ place: 0 }]);
    expect(strip.chosen).toBeNull();

    const later = good(
      await host.query('timeline/chart', {
        lanesBy: 'actor',
        width: 900,
        view: { from: 0, to: 900 },
        span: { from: Date.parse('2030-01-01'), to: Date.parse('2031-01-01') },
        chosen: `said:${captured}`,
      }),
    );
    expect(later.lanes).toEqual([]);
    expect(later.chosen).toMatchObject({ place: 2, y: null });
    await host.close();
  }));
