import { describe, expect, it } from 'vitest';
import { newHostedCase, reopenHostedCase, takeInText, tell } from '#tests/harness/hosted-case.ts';
import { good, inTemporaryFolder } from '#tests/harness/stored-case.ts';

describe('a list of any length', () => {
  it('is told by its places, sorted and narrowed in the case, and follows every edit and its undoing', () =>
    inTemporaryFolder(async (folder) => {
      const host = await newHostedCase(folder);
      const write = (title: string, text: string) => tell(host, 'notes/write', { title, text });
      const [{ id: lake }, { id: ring }] = [await write('Lake', 'Nine herons'), await write('Ring', 'Цапля з кільцем')];
      const order = async (wish: object = {}) => good(await host.query('notes/order', wish));
      const idsOf = async (wish: object = {}) => (await order({ ...wish, part: { ids: { from: 0, to: 10 } } })).ids;
      expect(await order()).toMatchObject({ count: 2, total: 2, rows: [{ id: ring, begins: 'Ring' }, { id: lake }], ids: [], at: null });
      expect(await idsOf({ sort: { by: 'name', descending: false } })).toEqual([lake, ring]);
      expect(await order({ match: 'ЦАПЛЯ' })).toMatchObject({ count: 1, rows: [{ id: ring }], total: 2 });
      await tell(host, 'notes/revise', { id: lake, text: 'Цапля та чапля' });
      expect(await idsOf({ match: 'цапля' })).toEqual([lake, ring]);
      await tell(host, 'history/undo', {});
      expect(await idsOf({ match: 'цапля' })).toEqual([ring]);
      await tell(host, 'notes/remove', { id: ring });
      expect(await order()).toMatchObject({ count: 1, rows: [{ id: lake }], total: 1 });
      expect(good(await host.query('notes/rows', { ids: [ring, lake, 'toString'] })).map(({ id }) => id)).toEqual([lake]);
      await host.close();
      const again = await reopenHostedCase(folder);
      expect(good(await again.query('notes/order', {})).rows.map(({ id }) => id)).toEqual([lake]);
      await again.close();
    }));

  it('counts anew what rests on what after each edit', () =>
    inTemporaryFolder(async (folder) => {
      const host = await newHostedCase(folder);
      const item = await takeInText(host, 'a.txt', 'They were captured.', { title: 'Article' });
      const evidence = async () => good(await host.query('evidence/order', { sort: { by: 'claims', descending: true } })).rows.map(({ claims }) => claims);
      const sources = async () => good(await host.query('sources/order', { match: 'artic' })).rows.map(({ claims, evidence: items }) => [items, claims]);
      expect([await evidence(), await sources()]).toEqual([[0], [[1, 0]]]);
      const { id } = await tell(host, 'claims/assert', { text: 'Captured', asserter: { name: 'AFP' }, anchors: [{ evidenceId: item.id }] });
      expect([await evidence(), await sources()]).toEqual([[1], [[1, 1]]]);
      expect(good(await host.query('entities/order', {})).rows).toMatchObject([{ names: ['AFP'], asserts: 1 }]);
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
      const ids = async (wish: object) => good(await host.query('links/order', wish)).rows.map(({ id }) => id);
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
    const order = async (wish: object) => good(await host.query('entities/order', wish)).rows.map(({ names }) => names[0]);
    expect(await order({})).toEqual(['Aron Witness', 'Mila', 'Zoe Captive']);
    expect(await order({ byRole: true })).toEqual(['Zoe Captive', 'Mila', 'Aron Witness']);
    expect(await order({ byRole: true, match: 'aron' })).toEqual([]);
    expect(await order({ byRole: true, match: 'witness' })).toEqual(['Aron Witness']);
    await host.close();
  }));

it('a part of a list is rows by place, ids by place, the place of a row, or which of some it has; the ledger as any other', () =>
  inTemporaryFolder(async (folder) => {
    const host = await newHostedCase(folder);
    const assert = async (text: string, asserter: string) => (await tell(host, 'claims/assert', { text, asserter: { name: asserter } })).id;
    const ids: string[] = [];
    for (const text of ['five', 'four', 'three', 'two', 'one']) ids.push(await assert(text, 'AFP'));
    const part = async (wanted: object, wish: object = {}) => good(await host.query('claims/ledger', { ...wish, part: wanted as never }));
    const byText = { sort: { by: 'text', descending: false } };
    expect((await part({ rows: { from: 1, to: 3 } })).rows.map(({ text }) => text)).toEqual(['four', 'three']);
    expect((await part({ rows: { from: 4, to: 90 } }, byText)).rows.map(({ text }) => text)).toEqual(['two']);
    expect(await part({ ids: { from: 3, to: 5 } })).toMatchObject({ count: 5, ids: ids.slice(3), rows: [], groups: [] });
    expect((await part({ placeOf: ids[4] })).at).toBe(4);
    expect((await part({ placeOf: ids[4] }, byText)).at).toBe(2);
    expect((await part({ placeOf: ids[4] }, { match: 'five' })).at).toBeNull();
    expect((await part({ among: [ids[4], 'gone', ids[0]] })).ids).toEqual([ids[0], ids[4]]);
    expect((await part({ among: ids }, { match: 'fo' })).ids).toEqual([ids[1]]);
    expect(await host.query('claims/ledger', { part: { rows: { from: 0, to: 501 } } })).toMatchObject({ ok: false });
    await host.close();
  }));

it('the ledger and the dates stand by the role of who goes by one where names are hidden, are gathered by it, and are not found by the name', () =>
  inTemporaryFolder(async (folder) => {
    const host = await newHostedCase(folder);
    const add = async (name: string, roleOnly: string | null) => (await tell(host, 'entities/add', { kind: 'person', names: [name], roleOnly })).id;
    const [aron, mila, zoe] = [await add('Aron', 'witness 1'), await add('Mila', null), await add('Zoe', 'captive 1')];
    for (const id of [mila, zoe, aron]) await tell(host, 'claims/assert', { text: 'It was seen', asserter: { id }, saidAt: '2025-01-11' });
    const sort = { by: 'asserter', descending: false } as const;
    const ledger = async (wish: object) => good(await host.query('claims/ledger', wish));
    const asserters = async (wish: object) => (await ledger(wish)).rows.map(({ asserter }) => asserter);
    expect(await asserters({ sort })).toEqual(['Aron', 'Mila', 'Zoe']);
    expect(await asserters({ sort, byRole: true })).toEqual(['Zoe', 'Mila', 'Aron']);
    expect((await ledger({ grouping: 'asserter', byRole: true })).groups.map(({ key }) => key)).toEqual(['captive 1', 'Mila', 'witness 1']);
    expect(await asserters({ match: 'aron' })).toEqual(['Aron']);
    expect(await asserters({ match: 'aron', byRole: true })).toEqual([]);
    expect(await asserters({ match: 'witness', byRole: true })).toEqual(['Aron']);
    const dates = async (wish: object) =>
      good(await host.query('timeline/order', { sort: { by: 'actor', descending: false }, ...wish })).rows.map(({ actor }) => actor);
    expect([await dates({}), await dates({ byRole: true })]).toEqual([
      ['Aron', 'Mila', 'Zoe'],
      ['Zoe', 'Mila', 'Aron'],
    ]);
    await host.close();
  }));
