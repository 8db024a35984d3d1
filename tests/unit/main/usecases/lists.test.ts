import { describe, expect, it } from 'vitest';
import type { CaseHost } from '#main/caseprocess/case-host.ts';
import { newHostedCase, reopenHostedCase, takeInText, tell } from '#tests/harness/hosted-case.ts';
import { good, inTemporaryFolder } from '#tests/harness/stored-case.ts';

const namesOf = async (host: CaseHost, ids: readonly string[]) => good(await host.query('entities/rows', { ids: [...ids] })).map(({ names }) => names[0]);

describe('a list of any length', () => {
  it('is an order of ids with the first rows, sorted and narrowed in the case, and follows every edit and its undoing', () =>
    inTemporaryFolder(async (folder) => {
      const host = await newHostedCase(folder);
      const write = (title: string, text: string) => tell(host, 'notes/write', { title, text });
      const [{ id: lake }, { id: ring }] = [await write('Lake', 'Nine herons'), await write('Ring', 'Цапля з кільцем')];
      const order = async (wish: object = {}) => good(await host.query('notes/order', wish));
      expect(await order()).toMatchObject({ ids: [ring, lake], first: [{ id: ring, begins: 'Ring' }, { id: lake }], total: 2 });
      expect((await order({ sort: { by: 'name', descending: false } })).ids).toEqual([lake, ring]);
      expect(await order({ match: 'ЦАПЛЯ' })).toMatchObject({ ids: [ring], total: 2 });
      await tell(host, 'notes/revise', { id: lake, text: 'Цапля та чапля' });
      expect((await order({ match: 'цапля' })).ids).toEqual([lake, ring]);
      await tell(host, 'history/undo', {});
      expect((await order({ match: 'цапля' })).ids).toEqual([ring]);
      await tell(host, 'notes/remove', { id: ring });
      expect(await order()).toMatchObject({ ids: [lake], total: 1 });
      expect(good(await host.query('notes/rows', { ids: [ring, lake, 'toString'] })).map(({ id }) => id)).toEqual([lake]);
      await host.close();
      const again = await reopenHostedCase(folder);
      expect(good(await again.query('notes/order', {})).ids).toEqual([lake]);
      await again.close();
    }));

  it('counts anew what rests on what after each edit', () =>
    inTemporaryFolder(async (folder) => {
      const host = await newHostedCase(folder);
      const item = await takeInText(host, 'a.txt', 'They were captured.', { title: 'Article' });
      const evidence = async () => good(await host.query('evidence/order', { sort: { by: 'claims', descending: true } })).first.map(({ claims }) => claims);
      const sources = async () => good(await host.query('sources/order', { match: 'artic' })).first.map(({ claims, evidence: items }) => [items, claims]);
      expect([await evidence(), await sources()]).toEqual([[0], [[1, 0]]]);
      const { id } = await tell(host, 'claims/assert', { text: 'Captured', asserter: { name: 'AFP' }, anchors: [{ evidenceId: item.id }] });
      expect([await evidence(), await sources()]).toEqual([[1], [[1, 1]]]);
      expect(good(await host.query('entities/order', {})).first).toMatchObject([{ names: ['AFP'], asserts: 1 }]);
      await tell(host, 'claims/remove', { id });
      expect([await evidence(), await sources()]).toEqual([[0], [[1, 0]]]);
      await host.close();
    }));

  it('shows links of one type, and finds them by what their ends are called now', () =>
    inTemporaryFolder(async (folder) => {
      const host = await newHostedCase(folder);
      const claim = async (text: string) => (await tell(host, 'claims/assert', { text, asserter: { name: 'AFP' } })).id;
      const [a, b] = [await claim('Nine herons'), await claim('No herons')];
      const { id: against } = await tell(host, 'links/draw', { fromId: b, type: 'contradicts', toId: a });
      const { id: backing } = await tell(host, 'links/draw', { fromId: a, type: 'supports', toId: b });
      const ids = async (wish: object) => good(await host.query('links/order', wish)).ids;
      expect(await ids({})).toEqual([against, backing]);
      expect(await ids({ type: 'supports' })).toEqual([backing]);
      expect(await ids({ match: 'cranes' })).toEqual([]);
      await tell(host, 'claims/edit', { id: a, text: 'Nine cranes' });
      expect(await ids({ match: 'cranes', sort: { by: 'from', descending: false } })).toEqual([backing, against]);
      await host.close();
    }));
});

it('people who go by a role stand, and are found, by that role where names are hidden: their place tells nothing of the name', () =>
  inTemporaryFolder(async (folder) => {
    const host = await newHostedCase(folder);
    const add = (name: string, roleOnly: string | null) => tell(host, 'entities/add', { kind: 'person', names: [name], roleOnly });
    await add('Aron Witness', 'witness 1');
    await add('Mila', null);
    await add('Zoe Captive', 'captive 1');
    const order = async (wish: object) => namesOf(host, good(await host.query('entities/order', wish)).ids);
    expect(await order({})).toEqual(['Aron Witness', 'Mila', 'Zoe Captive']);
    expect(await order({ byRole: true })).toEqual(['Zoe Captive', 'Mila', 'Aron Witness']);
    expect(await order({ byRole: true, match: 'aron' })).toEqual([]);
    expect(await order({ byRole: true, match: 'witness' })).toEqual(['Aron Witness']);
    await host.close();
  }));
