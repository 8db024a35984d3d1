import { expect, test } from 'vitest';
import { steppedBack, steppedForward, type Trail, visited } from '#renderer/desk/bridge/navigation.ts';

const start: Trail = { back: [], here: { view: 'overview', objectId: null }, forward: [] };
const claims = { view: 'claims', objectId: null };
const claim = { view: 'claims', objectId: 'c1' };

test('back and forward retrace the way', () => {
  const there = visited(visited(start, claims), claim);
  expect(steppedBack(there).here).toEqual(claims);
  expect(steppedForward(steppedBack(there))).toEqual(there);
  expect(steppedBack(steppedBack(there)).here).toEqual(start.here);
});

test('going somewhere new forgets the way forward', () => {
  const there = visited(steppedBack(visited(start, claims)), claim);
  expect(there.forward).toEqual([]);
  expect(there.back).toEqual([start.here]);
});

test('going where one is changes nothing', () => {
  const there = visited(start, claims);
  expect(visited(there, { ...claims })).toBe(there);
});

test('at either end there is nowhere to step', () => {
  expect(steppedBack(start)).toBe(start);
  expect(steppedForward(start)).toBe(start);
});

test('the trail does not grow without end', () => {
  let trail = start;
  for (let step = 0; step < 1000; step++) trail = visited(trail, { view: 'claims', objectId: String(step) });
  expect(trail.back).toHaveLength(200);
});
