import { expect, test } from 'vitest';
import { type Ask, queryCache } from '#renderer/desk/bridge/query-cache.ts';
import { queryReads } from '#renderer/desk/bridge/query-reads.ts';
import { stableJson } from '#renderer/desk/bridge/stable-json.ts';
import { collections } from '#shared/domain/case/case-record.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';

/** Questions as they were asked, each answered when the test says so. */
function asking() {
  const asked: { readonly name: string; readonly answer: (reply: Reply<unknown>) => void }[] = [];
  const ask: Ask = (name) => new Promise((answer) => asked.push({ name, answer }));
  return { asked, ask };
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const nothing = () => undefined;

test('a question watched twice is asked once', async () => {
  const { asked, ask } = asking();
  const cache = queryCache(ask);
  cache.watch('k', 'claims/list', {}, nothing);
  cache.watch('k', 'claims/list', {}, nothing);
  expect(asked).toHaveLength(1);
});

test('the previous answer stays shown while a newer one is awaited', async () => {
  const { asked, ask } = asking();
  const cache = queryCache(ask);
  cache.watch('k', 'claims/list', {}, nothing);
  asked[0]?.answer(done(['first']));
  await settled();
  cache.changed(['claims']);
  expect(cache.read('k')).toMatchObject({ value: ['first'], answered: true, asking: true });
  asked[1]?.answer(done(['second']));
  await settled();
  expect(cache.read('k')).toMatchObject({ value: ['second'], asking: false });
});

test('a change of a collection that a query does not read leaves its answer alone', async () => {
  const { asked, ask } = asking();
  const cache = queryCache(ask);
  cache.watch('k', 'dossiers/list', {}, nothing);
  cache.changed(['claims']);
  expect(asked).toHaveLength(1);
});

test('an answer that was overtaken by a later question is not shown', async () => {
  const { asked, ask } = asking();
  const cache = queryCache(ask);
  cache.watch('k', 'claims/list', {}, nothing);
  cache.changed(['claims']);
  asked[1]?.answer(done(['new']));
  await settled();
  asked[0]?.answer(done(['old']));
  await settled();
  expect(cache.read('k').value).toEqual(['new']);
});

test('an answer nobody watches is kept, and asked again only when the case changed meanwhile', async () => {
  const { asked, ask } = asking();
  const cache = queryCache(ask);
  const leave = cache.watch('k', 'claims/list', {}, nothing);
  asked[0]?.answer(done(['kept']));
  await settled();
  leave();
  cache.watch('k', 'claims/list', {}, nothing)();
  expect(asked).toHaveLength(1);
  cache.changed(['links']);
  expect(asked).toHaveLength(1);
  cache.watch('k', 'claims/list', {}, nothing);
  expect(asked).toHaveLength(2);
});

test('a refusal keeps the last answer beside its problem', async () => {
  const { asked, ask } = asking();
  const cache = queryCache(ask);
  cache.watch('k', 'claims/list', {}, nothing);
  asked[0]?.answer(done(['there']));
  await settled();
  cache.reload('k');
  asked[1]?.answer(refused({ kind: 'case-locked' }));
  await settled();
  expect(cache.read('k')).toMatchObject({ value: ['there'], problem: { kind: 'case-locked' } });
});

test('every watcher is told, also one that leaves while being told', async () => {
  const { asked, ask } = asking();
  const cache = queryCache(ask);
  let told = 0;
  const leave = cache.watch('k', 'claims/list', {}, () => {
    told += 1;
    leave();
  });
  cache.watch('k', 'claims/list', {}, () => {
    told += 1;
  });
  asked[0]?.answer(done([]));
  await settled();
  expect(told).toBe(2);
});

test('every collection makes some answer stale', () => {
  const read = new Set(Object.values(queryReads).flat());
  expect([...read].sort()).toEqual([...collections].sort());
});

test('equal inputs give equal keys, whatever the order of their fields', () => {
  expect(stableJson({ b: 1, a: { d: 2, c: undefined } })).toBe(stableJson({ a: { d: 2 }, b: 1 }));
  expect(stableJson({ ids: ['b', 'a'] })).not.toBe(stableJson({ ids: ['a', 'b'] }));
});

test('what was asked ahead is there when it is watched, and asked once', async () => {
  const { asked, ask } = asking();
  const cache = queryCache(ask);
  const ahead = cache.ahead('k', 'claims/list', {});
  asked[0]?.answer(done(['first']));
  await ahead;
  cache.watch('k', 'claims/list', {}, nothing);
  expect(cache.read('k')).toMatchObject({ value: ['first'], answered: true, asking: false });
  await cache.ahead('k', 'claims/list', {});
  expect(asked).toHaveLength(1);
});
test('what was asked ahead and has changed since is asked again when it is watched', async () => {
  const { asked, ask } = asking();
  const cache = queryCache(ask);
  const ahead = cache.ahead('k', 'claims/list', {});
  asked[0]?.answer(done(['first']));
  await ahead;
  cache.changed(['claims']);
  expect(asked).toHaveLength(1);
  cache.watch('k', 'claims/list', {}, nothing);
  expect(asked).toHaveLength(2);
});

test('what was asked ahead is kept, however much is asked and left meanwhile', async () => {
  const { asked, ask } = asking();
  const cache = queryCache(ask);
  const ahead = cache.ahead('k', 'claims/list', {});
  asked[0]?.answer(done(['first']));
  await ahead;
  for (let number = 0; number < 200; number += 1) cache.watch(`piece ${number}`, 'claims/list', {}, nothing)();
  expect(cache.read('k')).toMatchObject({ value: ['first'] });
  expect(cache.read('piece 0'), 'the others go, oldest first').toMatchObject({ answered: false, asking: true });
});

test('an answer that changed nothing is the one before, so that nothing is drawn anew', async () => {
  const { asked, ask } = asking();
  const cache = queryCache(ask);
  cache.watch('k', 'claims/list', {}, nothing);
  asked[0]?.answer(done([{ id: 'a' }]));
  await settled();
  const { value } = cache.read('k');
  cache.changed(['claims']);
  asked[1]?.answer(done([{ id: 'a' }]));
  await settled();
  expect(cache.read('k').value).toBe(value);
});
