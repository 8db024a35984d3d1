import { describe, expect, it } from 'vitest';
import { joinShares, readShare, type Share, shareWordCount, splitIntoShares, wordsOfShare } from '#main/casefile/share.ts';
import { wordsOfBytes } from '#main/crypto/word-code.ts';
import { good } from '#tests/harness/stored-case.ts';

const caseId = Buffer.from('0123456789abcdef0123456789abcdef', 'hex');
const slotId = Buffer.from('fedcba9876543210fedcba9876543210', 'hex');
const part = (x: number, y = 7) => Buffer.concat([Buffer.alloc(32, y), Buffer.from([x])]);
const share: Share = { caseId: '01234567', splitting: 'fedcba98', needed: 2, of: 3, index: 1, part: part(1) };
const textOf = (change: Partial<Share> = {}) => wordsOfShare({ ...share, ...change }).join(' ');
/** The words of a share with one byte of it another. */
const withByte = (at: number, value: number) => {
  const bytes = Buffer.concat([Buffer.from([1]), Buffer.from('01234567fedcba98', 'hex'), Buffer.from([2, 3, 1]), share.part]);
  bytes.writeUInt8(value, at);
  return wordsOfBytes(bytes, shareWordCount, Buffer.from('corroborate/v1/share\0')).join(' ');
};
const problemOf = async (...texts: readonly string[]) => {
  const joined = await joinShares(texts, caseId);
  return joined.ok ? 'joined' : joined.problem;
};
const notAShare = { ok: false, problem: { kind: 'bad-share', item: 4, reason: 'not-a-share', word: null } };

describe('one share', () => {
  it('is 36 words that say its case, its splitting, its numbers and its part', () => {
    expect(wordsOfShare(share)).toHaveLength(36);
    expect(withByte(0, 1)).toBe(textOf());
    expect(good(readShare(textOf(), 4))).toEqual({ ...share, part: part(1) });
    expect(good(readShare(textOf({ needed: 16, of: 255, index: 255 }), 4))).toMatchObject({ needed: 16, of: 255, index: 255 });
  });

  it.each([
    ['of another version', withByte(0, 2)],
    ['of which one is enough', withByte(9, 1)],
    ['of which more are needed than there are', withByte(9, 4)],
    ['before the first', withByte(11, 0)],
    ['behind the last', withByte(11, 4)],
  ])('is none %s, however its words fit', (_, text) => {
    expect(readShare(text, 4)).toEqual(notAShare);
  });

  it.each([
    ['as many are needed as there are', withByte(9, 3)],
    ['it is the last', withByte(11, 3)],
  ])('is one when %s', (_, text) => {
    expect(readShare(text, 4).ok).toBe(true);
  });

  it.each([
    ['a word too few', textOf().split(' ').slice(1).join(' ')],
    ['a word too many', `${textOf()} abandon`],
    ['nothing', ''],
  ])('is none with %s', (_, text) => {
    expect(readShare(text, 4)).toEqual(notAShare);
  });

  it('is mistyped with a word that is in no list, which is named, and with a word in the place of another', () => {
    const words = textOf().split(' ');
    const mistyped = (word: number | null) => ({ ok: false, problem: { kind: 'bad-share', item: 4, reason: 'mistyped', word } });
    expect(readShare(words.with(0, 'qwerty').join(' '), 4)).toEqual(mistyped(1));
    expect(readShare(words.with(35, 'qwerty').join(' '), 4)).toEqual(mistyped(36));
    expect(readShare(words.with(3, words[3] === 'zoo' ? 'zone' : 'zoo').join(' '), 4)).toEqual(mistyped(null));
  });
});

describe('shares of one secret', () => {
  it('name the case and the splitting by four bytes each, and are numbered from one', async () => {
    const shares = await splitIntoShares(Buffer.alloc(32, 9), caseId, slotId, 2, 3);
    expect(shares.map(({ part: _, ...rest }) => rest)).toEqual(
      [1, 2, 3].map((index) => ({ caseId: '01234567', splitting: 'fedcba98', needed: 2, of: 3, index })),
    );
    expect(shares.map((each) => each.part.length)).toEqual([33, 33, 33]);
    expect(new Set(shares.map((each) => each.part.at(-1))).size).toBe(3);
  });

  it('are told to be too few with what is there and what is needed', async () => {
    expect(await problemOf()).toEqual({ kind: 'too-few-shares', given: 0, needed: 2 });
    expect(await problemOf(textOf({ needed: 3 }))).toEqual({ kind: 'too-few-shares', given: 1, needed: 3 });
    expect(await problemOf(textOf({ needed: 3 }), textOf({ needed: 3, index: 2, part: part(2) }))).toEqual({ kind: 'too-few-shares', given: 2, needed: 3 });
  });

  const bad = (item: number, reason: string) => ({ kind: 'bad-share', item, reason, word: null });
  const [one, two, three] = [1, 2, 3].map((index) => textOf({ index, part: part(index) })) as [string, string, string];
  const other = textOf({ splitting: '00000000', index: 3, part: part(3) });

  it.each<readonly [string, readonly string[], object]>([
    ['of another case', [one, textOf({ caseId: '76543210', index: 2, part: part(2) })], bad(2, 'of-another-case')],
    ['of another splitting, the last', [one, two, other], bad(3, 'of-another-split')],
    ['of another splitting, the first', [other, one, two], bad(1, 'of-another-split')],
    ['of another splitting, one of each: the second', [one, other], bad(2, 'of-another-split')],
    ['given twice', [one, two, one], bad(3, 'given-twice')],
    ['given twice under one number', [one, textOf({ index: 1, part: part(2) })], bad(2, 'given-twice')],
    ['given twice under two numbers', [one, textOf({ index: 2, part: part(1) })], bad(2, 'given-twice')],
    ['no share at all', [one, 'abandon'], bad(2, 'not-a-share')],
  ])('are refused by the one that is %s', async (_, texts, problem) => {
    expect(await problemOf(...texts)).toEqual(problem);
  });

  it('join when they lie on one curve, and are wrong together when one of them does not', async () => {
    expect(Buffer.from(good(await joinShares([one, two], caseId)))).toEqual(Buffer.alloc(32, 7));
    expect(Buffer.from(good(await joinShares([three, one, two], caseId)))).toEqual(Buffer.alloc(32, 7));
    expect(await problemOf(one, two, textOf({ index: 3, part: part(3, 8) }))).toEqual({ kind: 'wrong-shares' });
  });

  it('name the one that does not fit when two more than needed are there, wherever it stands', async () => {
    const four = textOf({ of: 4, index: 4, part: part(4) });
    const wrong = (index: number) => textOf({ index, part: part(index, 8) });
    expect(await problemOf(wrong(1), two, three, four)).toEqual(bad(1, 'made-up'));
    expect(await problemOf(one, two, wrong(3), four)).toEqual(bad(3, 'made-up'));
    expect(await problemOf(wrong(1), wrong(2).replace(/^/, ''), three, four)).toEqual({ kind: 'wrong-shares' });
    expect(await problemOf(one, two, three, four)).toBe('joined');
  });
});
