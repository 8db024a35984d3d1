import { firstRows } from '#shared/contract/ordered-list.ts';

/** Rows asked for at a time; the first of these come with the list. */
export const piece = firstRows;
/** Pieces asked for in the direction somebody scrolls: the fastest wheel takes half a second for them. */
const piecesAhead = 5;
/** Those kept behind, for whoever turns back. */
const piecesBehind = 2;
/** Pieces out of sight that are on their way at a time: what comes into sight next would wait behind more. */
const mostUnderWay = 3;

/** Rows that the page holds, `to` not included. */
export type Sight = { readonly from: number; readonly to: number };

/** Pieces by their numbers, those wanted most first. */
export type WantedPieces = { readonly inSight: readonly number[]; readonly beyond: readonly number[] };

/**
 * What is wanted of a list of `count` rows: what is in sight; beyond it what comes next as somebody scrolls `down` or up, what was passed, and the
 * last two, where the End key leads. The first piece is there already.
 */
export function wantedPieces({ from, to }: Sight, count: number, down: boolean): WantedPieces {
  const last = Math.floor(Math.max(0, count - 1) / piece);
  const top = Math.floor(from / piece);
  const bottom = Math.max(top, Math.floor((to - 1) / piece));
  const run = (begin: number, step: 1 | -1, length: number) => Array.from({ length }, (_, at) => begin + at * step);
  const below = run(bottom + 1, 1, down ? piecesAhead : piecesBehind);
  const above = run(top - 1, -1, down ? piecesBehind : piecesAhead);
  const isThere = (number: number) => number > 0 && number <= last;
  const inSight = run(top, 1, bottom - top + 1).filter(isThere);
  const beyond = [...(down ? [...below, ...above] : [...above, ...below]), last, last - 1].filter((number) => isThere(number) && !inSight.includes(number));
  return { inSight, beyond: [...new Set(beyond)] };
}

/**
 * Which of them to ask for now: what is in sight at once; what is beyond only when that has come, so that nobody who drags the bar through the whole list
 * waits for all he passed, and a few at a time. Those that have come stay.
 */
export function piecesToAsk({ inSight, beyond }: WantedPieces, hasCome: (number: number) => boolean): readonly number[] {
  let free = inSight.every(hasCome) ? mostUnderWay : 0;
  return [...inSight, ...beyond.filter((number) => hasCome(number) || free-- > 0)];
}
