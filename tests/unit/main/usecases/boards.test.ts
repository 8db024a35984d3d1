import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { newHostedCase, reopenHostedCase, takeInText, tell } from '#tests/harness/hosted-case.ts';
import { good, inTemporaryFolder } from '#tests/harness/stored-case.ts';

/** A claim by somebody at risk, a claim against it, and the evidence both rest on. */
async function fill(host: Awaited<ReturnType<typeof newHostedCase>>) {
  const item = await takeInText(host, 'statement.txt', 'The card was found in a pocket.');
  const person = (await tell(host, 'entities/add', { kind: 'person', names: ['Ри Ён Чхоль', 'Ri Yong Chol'], roleOnly: 'captive 1' })).id;
  const says = (await tell(host, 'claims/assert', { text: 'Ri Yong Chol: the card is not mine', asserter: { id: person }, anchors: [{ evidenceId: item.id }] }))
    .id;
  const against = (await tell(host, 'claims/assert', { text: 'The card is his', asserter: { name: 'AFP' }, eventAt: '2025-01-11' })).id;
  const link = (await tell(host, 'links/draw', { fromId: against, type: 'contradicts', toId: says, grade: '3', rationale: 'as Ri Yong Chol says' })).id;
  return { item, person, says, against, link };
}

describe('boards', () => {
  it('show objects with their links and with what follows from the record, unfold, and find how two hang together', () =>
    inTemporaryFolder(async (folder) => {
      const host = await newHostedCase(folder);
      const { item, person, says, against, link } = await fill(host);
      const graph = good(await host.query('boards/graph', {}));
      expect(graph.total).toBe(6);
      expect(graph.nodes.find(({ id }) => id === person)).toMatchObject({ kind: 'entity', label: 'Ри Ён Чхоль', role: 'captive 1', atRisk: true });
      expect(graph.edges.find(({ linkId }) => linkId === link)).toMatchObject({ relation: 'contradicts', grade: '3', by: 'A. Analyst' });
      expect(graph.edges).toContainEqual(expect.objectContaining({ from: person, to: says, relation: 'asserts', linkId: null }));
      const around = good(await host.query('boards/around', { ids: [person as ObjectId], hops: 2 })).ids;
      expect(new Set(around)).toEqual(new Set([person, says, item.id, against]));
      const { paths } = good(await host.query('boards/paths', { fromId: person as ObjectId, toId: against as ObjectId }));
      expect(paths.map(({ ids }) => ids)).toEqual([[person, says, against]]);
      await tell(host, 'links/remove', { id: link });
      expect(good(await host.query('boards/paths', { fromId: person as ObjectId, toId: against as ObjectId })).paths).toEqual([]);
      await tell(host, 'history/undo', {});
      expect(good(await host.query('boards/paths', { fromId: person as ObjectId, toId: against as ObjectId })).paths.length).toBe(1);
      expect(good(await host.query('boards/graph', { limit: 2 })).nodes.map(({ id }) => id)).toContain(says);
      await host.close();
    }));

  it('are kept in the case with places, pins and filter, come back by undo, and stay after reopening', () =>
    inTemporaryFolder(async (folder) => {
      const host = await newHostedCase(folder);
      const { says, person } = await fill(host);
      const places = [{ id: says, x: 10.5, y: -3, pinned: true }];
      const filter = { hiddenKinds: ['note' as const], hiddenRelations: [], grade: null, finding: null, from: '2025', to: null };
      const { id } = await tell(host, 'boards/save', { title: '카드의 행방', ids: [says, person as ObjectId], places, filter });
      await tell(host, 'boards/save', { id, title: 'Where the card went', ids: null, places });
      await tell(host, 'history/undo', {});
      await host.close();
      const again = await reopenHostedCase(folder);
      expect(good(await again.query('boards/list', {}))).toMatchObject([{ id, title: '카드의 행방', ids: [says, person], places, filter, by: 'A. Analyst' }]);
      await tell(again, 'boards/remove', { id });
      expect(good(await again.query('boards/list', {}))).toEqual([]);
      expect(await again.command('boards/remove', { id })).toMatchObject({ ok: false, problem: { kind: 'not-found', what: 'board' } });
      await again.close();
    }));

  it('leave the case as SVG and GraphML with people at risk by their role, and custody says so', () =>
    inTemporaryFolder(async (folder) => {
      const host = await newHostedCase(folder);
      await fill(host);
      const before = good(await host.query('custody/list', {})).total;
      for (const format of ['svg', 'graphml'] as const) {
        const path = join(folder, `board.${format}`);
        expect(await tell(host, 'boards/export', { format, to: { from: 'path', path } })).toMatchObject({ objects: 6 });
        const text = readFileSync(path, 'utf8');
        expect(text).toContain('captive 1');
        expect(text).not.toMatch(/Ri Yong Chol|Ри Ён Чхоль/);
        expect(text).toContain('contradicts');
        expect(text).not.toMatch(/<script|href=/);
      }
      const custody = good(await host.query('custody/list', {}));
      expect(custody.total).toBe(before + 2);
      expect(custody.entries.at(-1) ?? custody.entries[0]).toMatchObject({ action: 'exported', evidenceId: null });
      expect(await host.command('boards/export', { format: 'png', to: { from: 'path', path: join(folder, 'x.png') } })).toMatchObject({ ok: false });
      await host.close();
    }));
});
