import { expect, test } from 'vitest';
import { towards } from '#renderer/desk/views/board/towards.ts';

const spots = new Map([
  ['middle', { x: 0, y: 0 }],
  ['right', { x: 100, y: 10 }],
  ['far right', { x: 300, y: 0 }],
  ['above', { x: 20, y: -80 }],
]);

test('an arrow leads to the nearest object in its direction', () => {
  expect(towards('ArrowRight', 'middle', spots)).toBe('right');
  expect(towards('ArrowRight', 'right', spots)).toBe('far right');
  expect(towards('ArrowUp', 'middle', spots)).toBe('above');
});

test('nothing lies beyond the last one, and other keys lead nowhere', () => {
  expect(towards('ArrowLeft', 'middle', spots)).toBeNull();
  expect(towards('x', 'middle', spots)).toBeNull();
});

test('without a choice the first object is chosen', () => {
  expect(towards('ArrowDown', null, spots)).toBe('middle');
  expect(towards('ArrowDown', null, new Map())).toBeNull();
});
