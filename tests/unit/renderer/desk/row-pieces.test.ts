import { expect, test } from 'vitest';
import { piece, piecesToAsk, wantedPieces } from '#renderer/desk/bridge/row-pieces.ts';

const rows = (from: number, to: number) => ({ from: from * piece, to: to * piece });
const many = 1_000 * piece;

test('what is in sight is wanted first, then what comes next, then what was passed, then the end', () => {
  expect(wantedPieces(rows(20, 21), many, true)).toEqual({ inSight: [20], beyond: [21, 22, 23, 24, 25, 19, 18, 999, 998] });
  expect(wantedPieces(rows(20, 21), many, false)).toEqual({ inSight: [20], beyond: [19, 18, 17, 16, 15, 21, 22, 999, 998] });
});

test('a sight over the edge of a piece wants both', () => {
  expect(wantedPieces({ from: 3 * piece - 1, to: 3 * piece + 1 }, many, true).inSight).toEqual([2, 3]);
  expect(wantedPieces({ from: 3 * piece - 1, to: 3 * piece }, many, true).inSight).toEqual([2]);
});

test('nothing before the list, nothing behind it, nothing twice, and not what came with it', () => {
  expect(wantedPieces(rows(0, 1), many, true)).toEqual({ inSight: [], beyond: [1, 2, 3, 4, 5, 999, 998] });
  expect(wantedPieces(rows(998, 1_000), many, true)).toEqual({ inSight: [998, 999], beyond: [997, 996] });
  expect(wantedPieces(rows(2, 3), 3 * piece + 1, true)).toEqual({ inSight: [2], beyond: [3, 1] });
  expect(wantedPieces({ from: 0, to: 0 }, 0, true)).toEqual({ inSight: [], beyond: [] });
});

test('what is beyond waits until all in sight has come', () => {
  const wanted = wantedPieces(rows(20, 22), many, true);
  expect(piecesToAsk(wanted, () => false)).toEqual([20, 21]);
  expect(piecesToAsk(wanted, (number) => number === 20)).toEqual([20, 21]);
});

test('three of what is beyond are on their way at a time, and what has come stays', () => {
  const wanted = wantedPieces(rows(20, 21), many, true);
  expect(piecesToAsk(wanted, (number) => number === 20)).toEqual([20, 21, 22, 23]);
  expect(piecesToAsk(wanted, (number) => [20, 22, 999].includes(number))).toEqual([20, 21, 22, 23, 24, 999]);
  expect(piecesToAsk(wanted, (number) => number >= 22)).toEqual([20, 22, 23, 24, 25, 999, 998]);
});
