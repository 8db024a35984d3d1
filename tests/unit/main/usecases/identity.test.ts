import { expect, it } from 'vitest';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { newHostedCase, takeInText, tell } from '#tests/harness/hosted-case.ts';
import { good, inTemporaryFolder } from '#tests/harness/stored-case.ts';

it('two entities become one with everything that names them, after a preview, and undo brings all of it back', () =>
  inTemporaryFolder(async (folder) => {
    const host = await newHostedCase(folder);
    const item = await takeInText(host, 'a.txt', 'words');
    const add = async (...names: string[]) => (await tell(host, 'entities/add', { kind: 'person', names })).id;
    const [kept, gone, other] = [await add('Volodymyr Zelenskyy'), await add('Зеленський Володимир', 'volodymyr zelenskyy'), await add('Kim Jong Un')];
    const asserted = (await tell(host, 'claims/assert', { text: 'one', asserter: { id: gone }, via: [{ id: kept }] })).id;
    const relayed = (await tell(host, 'claims/assert', { text: 'two', asserter: { id: other }, via: [{ id: gone }, { id: kept }] })).id;
    const moved = (await tell(host, 'links/draw', { fromId: item.id, type: 'mentions', toId: gone })).id;
    const twice = (await tell(host, 'links/draw', { fromId: kept, type: 'part-of', toId: other })).id;
    const same = (await tell(host, 'links/draw', { fromId: gone, type: 'part-of', toId: other })).id;
    const between = (await tell(host, 'links/draw', { fromId: gone, type: 'maybe-same-as', toId: kept })).id;
    const note = (await tell(host, 'notes/write', { text: `See [[${gone}]]`, aboutIds: [gone] })).id;
    const byId = (rows: readonly { readonly id: string }[]) => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const told = async () => [
      byId(good(await host.query('entities/list', {}))),
      byId(good(await host.query('links/list', {}))),
      byId(good(await host.query('claims/list', {}))),
    ];
    const before = await told();

    const plan = good(await host.query('entities/merge-preview', { keptId: kept, goneId: gone }));
    expect(plan).toMatchObject({
      names: ['Volodymyr Zelenskyy', 'Зеленський Володимир'],
      asserted: [{ id: asserted }],
      relayed: [{ id: relayed }],
      links: [{ id: moved }],
      notes: [{ id: note }],
    });
    expect(new Set(plan.droppedLinks.map(({ id }) => id))).toEqual(new Set([same, between]));
    await tell(host, 'entities/merge', { keptId: kept, goneId: gone });
    expect(good(await host.query('entities/list', {})).map(({ id }) => id)).not.toContain(gone);
    expect(good(await host.query('claims/show', { id: asserted }))).toMatchObject({ asserterId: kept, viaIds: [] });
    expect(good(await host.query('claims/show', { id: relayed }))).toMatchObject({ asserterId: other, viaIds: [kept] });
    expect(good(await host.query('links/list', {})).map(({ id }) => id)).toEqual(expect.arrayContaining([moved, twice]));
    expect(good(await host.query('notes/show', { id: note })).text).toBe(`See [[${kept}]]`);
    await tell(host, 'history/undo', {});
    expect(await told()).toEqual(before);

    await tell(host, 'links/remove', { id: between });
    await tell(host, 'links/draw', { fromId: gone, type: 'not-same-as', toId: kept });
    expect(await host.command('entities/merge', { keptId: kept, goneId: gone })).toEqual({ ok: false, problem: { kind: 'refused', rule: 'kept-apart' } });
    expect(await host.command('entities/merge', { keptId: kept, goneId: kept })).toMatchObject({ ok: false, problem: { rule: 'merge-with-itself' } });
    await host.close();
  }));

it('entities that may be one are proposed until somebody says what they are', () =>
  inTemporaryFolder(async (folder) => {
    const host = await newHostedCase(folder);
    const add = async (...names: string[]) => (await tell(host, 'entities/add', { kind: 'person', names })).id;
    const [a, b] = [await add('Zelensky'), await add('Зеленський')];
    await add('Kim Jong Un');
    await add('Kim Jong Il');
    expect(good(await host.query('entities/duplicates', {}))).toMatchObject([{ a: { id: a }, b: { id: b }, why: 'same-sound' }]);
    await tell(host, 'links/draw', { fromId: a, type: 'not-same-as', toId: b });
    expect(good(await host.query('entities/duplicates', {}))).toEqual([]);
    await host.close();
  }));

it('an entity stands where somebody says, as exactly as that is known, and towns are found in any of three scripts', () =>
  inTemporaryFolder(async (folder) => {
    const host = await newHostedCase(folder);
    const id = (await tell(host, 'entities/add', { kind: 'place', names: ['Hospital'] })).id as ObjectId;
    await tell(host, 'entities/place', { id, place: { coordinates: '51,7304; 36,1926', precision: 'vicinity' } });
    expect(good(await host.query('places/list', {}))).toMatchObject([
      {
        id,
        name: 'Hospital',
        place: { latitude: 51.7304, longitude: 36.1926, precision: 'vicinity', radiusMetres: 100, entered: '51,7304; 36,1926' },
        located: 0,
      },
    ]);
    expect(await host.command('entities/place', { id, place: { coordinates: '51,36', precision: 'exact' } })).toEqual({
      ok: false,
      problem: { kind: 'refused', rule: 'not-coordinates' },
    });
    await tell(host, 'entities/place', { id, place: null });
    expect(good(await host.query('places/list', {}))).toEqual([]);
    await tell(host, 'history/undo', {});
    expect(good(await host.query('places/list', {})).length).toBe(1);
    const found = async (match: string) => good(await host.query('places/find', { match, limit: 50 })).map(({ name, country }) => `${name} ${country}`);
    expect((await found('Kursk'))[0]).toBe('Kursk RU');
    expect(await found('Курск')).toContain('Kursk RU');
    expect(await found('평양')).toContain('Pyongyang KP');
    expect(await found('Simferopol')).toContain('Simferopol UA');
    expect(await found('x')).toEqual([]);
    await host.close();
  }));
