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
    await host.close();
  }));
