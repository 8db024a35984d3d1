import { describe, expect, it } from 'vitest';
import { changed, piecesOf, SourceFailed } from '#main/casefile/source-pieces.ts';
import type { BlobContent, PieceRoom } from '#main/usecases/ports/blobs.ts';

const room = {} as PieceRoom;
const willing = { step: () => undefined, cancelled: () => false };
function contentThat(open: BlobContent['open']): BlobContent {
  return { name: 'a.bin', mime: 'application/octet-stream', bytes: 3, open };
}
const failingWith = (error: unknown) =>
  // biome-ignore lint/correctness/useYield: it fails before its first piece.
  contentThat(async function* () {
    throw error;
  });
async function all(pieces: AsyncIterable<Uint8Array>): Promise<readonly number[]> {
  const read: number[] = [];
  for await (const piece of pieces) read.push(...piece);
  return read;
}
const problemOf = async (content: BlobContent) => {
  try {
    await all(piecesOf(content, willing, room));
  } catch (error) {
    return error instanceof SourceFailed ? error.problem : error;
  }
  return expect.unreachable();
};

describe('what is taken in', () => {
  it('comes piece by piece, with the room that is offered for it, and is closed at its end', async () => {
    const given: PieceRoom[] = [];
    let closed = 0;
    const content = contentThat(async function* (offered) {
      given.push(offered as PieceRoom);
      try {
        yield Uint8Array.of(1, 2);
        yield Uint8Array.of(3);
      } finally {
        closed += 1;
      }
    });
    expect(await all(piecesOf(content, willing, room))).toEqual([1, 2, 3]);
    expect(given).toEqual([room]);
    expect(closed).toBe(1);
  });

  it('is closed when who reads it stops', async () => {
    let closed = 0;
    const content = contentThat(async function* () {
      try {
        yield Uint8Array.of(1);
        yield Uint8Array.of(2);
      } finally {
        closed += 1;
      }
    });
    for await (const _ of piecesOf(content, willing, room)) break;
    expect(closed).toBe(1);
  });

  it('needs no way to be closed', async () => {
    let left = 2;
    const content = contentThat(() => ({
      [Symbol.asyncIterator]: () => ({ next: async () => (left-- > 0 ? { done: false, value: Uint8Array.of(left) } : { done: true, value: undefined }) }),
    }));
    expect(await all(piecesOf(content, willing, room))).toEqual([1, 0]);
  });

  it('is read no more once nobody wants it', async () => {
    let asked = 0;
    const content = contentThat(async function* () {
      yield Uint8Array.of(1);
      yield Uint8Array.of(2);
    });
    const read: number[] = [];
    const reading = async () => {
      for await (const piece of piecesOf(content, { step: () => undefined, cancelled: () => ++asked > 1 }, room)) read.push(...piece);
    };
    await expect(reading()).rejects.toMatchObject({ problem: { kind: 'cancelled' }, message: 'the source could not be read' });
    expect(read).toEqual([1]);
  });

  it.each([
    ['ENOENT', 'missing'],
    ['EACCES', 'no-permission'],
    ['EPERM', 'no-permission'],
    ['EISDIR', 'is-folder'],
    ['EIO', 'input-output'],
    ['FILE_CHANGED', 'changed-while-reading'],
  ])('that fails with %s cannot be read: %s', async (code, reason) => {
    expect(await problemOf(failingWith(Object.assign(new Error(code), { code })))).toEqual({ kind: 'unreadable-file', item: 1, reason });
  });

  it('that fails by a bug says so', async () => {
    const bug = new TypeError('a bug');
    expect(await problemOf(failingWith(bug))).toBe(bug);
  });

  it('that is not what it was has changed', () => {
    expect(changed()).toBeInstanceOf(SourceFailed);
    expect(changed().problem).toEqual({ kind: 'unreadable-file', item: 1, reason: 'changed-while-reading' });
  });
});
