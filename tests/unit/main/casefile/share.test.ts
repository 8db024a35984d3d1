import { describe, expect, it } from 'vitest';
import { joinShares, readShare, type Share, shareWordCount, splitIntoShares, wordsOfShare } from '#main/casefile/share.ts';
import { sha256 } from '#main/crypto/digests.ts';
import { randomBytes } from '#main/crypto/random.ts';
import { joinSecret, splitSecret } from '#main/crypto/shamir.ts';
import { shareText } from '#shared/wording/english/key-terms.ts';
import { seededRandom } from '#tests/harness/crash-session.ts';
import { good } from '#tests/harness/stored-case.ts';

const caseId = Buffer.from('0123456789abcdef0123456789abcdef', 'hex');
const slotId = Buffer.from('fedcba9876543210fedcba9876543210', 'hex');
const secret = sha256(Buffer.from('a secret'));
const textOf = (share: Share) => shareText(share, wordsOfShare(share));
const split = async (needed: number, of: number, slot = slotId) => (await splitIntoShares(secret, caseId, slot, needed, of)).map(textOf);
const problemOf = async (texts: readonly string[], id = caseId) => {
  const joined = await joinShares(texts, id);
  return joined.ok ? 'joined' : joined.problem;
};

describe('a secret split among people', () => {
  it('comes back from every choice of enough shares in every order, and from none of fewer', async () => {
    for (const [needed, of] of [
      [2, 2],
      [2, 3],
      [3, 5],
      [5, 5],
      [16, 16],
    ] as const) {
      const texts = await split(needed, of);
      for (const chosen of choices(of, needed).slice(0, 20)) {
        const some = chosen.map((index) => texts[index] ?? '');
        expect(Buffer.from(good(await joinShares(some.toReversed(), caseId)))).toEqual(secret);
        expect(await problemOf(some.slice(1))).toEqual({ kind: 'too-few-shares', given: needed - 1, needed });
      }
    }
    expect(Buffer.from(good(await joinShares(await split(2, 6), caseId)))).toEqual(secret);
  });

  it('is not in fewer shares: any other secret would fit them as well', async () => {
    const [one = Buffer.alloc(0)] = await splitSecret(secret, 2, 2);
    for (let other = 0; other < 20; other += 1) {
      // A second point that makes the given share one of a splitting of another secret.
      const wished = randomBytes(32);
      const x = one.at(-1) === 1 ? 2 : 1;
      const second = Buffer.alloc(33, x);
      for (let at = 0; at < 32; at += 1)
        for (let y = 0; y < 256; y += 1) {
          second.writeUInt8(y, at);
          if (lineAtZero(one[at] ?? 0, one.at(-1) ?? 0, y, x) === wished[at]) break;
        }
      expect(Buffer.from((await joinSecret([one, second])) ?? [])).toEqual(wished);
    }
  });

  it('names the share that is mistyped, of another case, of another splitting or given twice', async () => {
    const [one = '', two = '', three = ''] = await split(3, 3);
    const [other = ''] = await split(3, 3, Buffer.alloc(16, 9));
    expect(await problemOf([one, two, two])).toEqual({ kind: 'bad-share', item: 3, reason: 'given-twice', word: null });
    expect(await problemOf([other, two, three])).toEqual({ kind: 'bad-share', item: 1, reason: 'of-another-split', word: null });
    expect(await problemOf([one, two, three], Buffer.alloc(16, 1))).toEqual({ kind: 'bad-share', item: 1, reason: 'of-another-case', word: null });
    expect(await problemOf([one, two.replace(/17 \w+/, '17 qwerty'), three])).toEqual({ kind: 'bad-share', item: 2, reason: 'mistyped', word: 17 });
    expect(await problemOf([one, two, 'abandon'])).toEqual({ kind: 'bad-share', item: 3, reason: 'not-a-share', word: null });
    expect(await problemOf([])).toEqual({ kind: 'too-few-shares', given: 0, needed: 2 });
  });

  it('notices every change of one word and every swap of two neighbours', async () => {
    const [text = ''] = await split(2, 3);
    const words =
      good(readShare(text, 1)) &&
      text
        .split('\n')
        .slice(2)
        .join(' ')
        .split(/[\s\d]+/)
        .filter(Boolean);
    expect(words).toHaveLength(shareWordCount);
    const random = seededRandom(3);
    for (let at = 0; at < words.length; at += 1) {
      for (let draw = 0; draw < 8; draw += 1) {
        const other = words[Math.floor(random() * words.length)] ?? '';
        if (other !== words[at]) expect(readShare(words.with(at, other).join(' '), 1).ok, `word ${at + 1}`).toBe(false);
      }
      const next = words[at + 1];
      if (next !== undefined && next !== words[at])
        expect(
          readShare(
            words
              .with(at, next)
              .with(at + 1, words[at] ?? '')
              .join(' '),
            1,
          ).ok,
        ).toBe(false);
    }
  });

  it('is read however it was typed: with or without heads and numbers, in capitals, cut to four letters, on one line', async () => {
    const [text = ''] = await split(2, 2);
    const read = good(readShare(text, 1));
    const body = text.split('\n').filter((line) => !line.startsWith('#'));
    const forms = [
      body.join('\n'),
      body.join(' ').replace(/\d+/g, ''),
      text.toUpperCase(),
      text.replaceAll('\n', '\r\n'),
      body.join(' ').replace(/[a-z]{5,}/g, (word) => word.slice(0, 4)),
    ];
    for (const form of forms) expect(good(readShare(form, 1))).toEqual(read);
    expect(read).toMatchObject({ caseId: '01234567', splitting: 'fedcba98', needed: 2, of: 2, index: 1 });
  });

  it('made up to fit is a wrong secret, not the right one', async () => {
    const [one, two] = await splitIntoShares(secret, caseId, slotId, 2, 2);
    if (!one || !two) throw new Error('no shares');
    const forged: Share = { ...two, part: Buffer.concat([randomBytes(32), Buffer.from([two.part.at(-1) ?? 0])]) };
    expect(Buffer.from(good(await joinShares([textOf(one), textOf(forged)], caseId)))).not.toEqual(secret);
  });

  it('made up is named when two more than needed are there, and told without a name when one more is', async () => {
    const shares = await splitIntoShares(secret, caseId, slotId, 3, 6);
    for (const [given, at] of [
      [5, 0],
      [5, 2],
      [5, 4],
      [6, 3],
    ] as const) {
      const some = shares.slice(0, given);
      const [forged] = some.slice(at);
      if (!forged) throw new Error('no share');
      const texts = some.map(textOf).with(at, textOf({ ...forged, part: Buffer.concat([randomBytes(32), Buffer.from([forged.part.at(-1) ?? 0])]) }));
      expect(await problemOf(texts)).toEqual({ kind: 'bad-share', item: at + 1, reason: 'made-up', word: null });
      expect(await problemOf(texts.slice(Math.min(at, given - 4), Math.min(at, given - 4) + 4))).toEqual({ kind: 'wrong-shares' });
      expect(await problemOf(texts.toSpliced(at, 1))).toBe('joined');
    }
    const [one, two] = shares;
    if (!one || !two) throw new Error('no shares');
    const twoForged = [one, two].map((share) => textOf({ ...share, part: Buffer.concat([randomBytes(32), Buffer.from([share.part.at(-1) ?? 0])]) }));
    expect(await problemOf([...twoForged, ...shares.slice(2).map(textOf)])).toEqual({ kind: 'wrong-shares' });
  });

  it('joins nothing of different lengths, of one point, or of a point at zero', async () => {
    const [one = Buffer.alloc(0), two = Buffer.alloc(0)] = await splitSecret(secret, 2, 2);
    expect(await joinSecret([one, two.subarray(1)])).toBeNull();
    expect(await joinSecret([one])).toBeNull();
    expect(await joinSecret([one, one])).toBeNull();
    expect(await joinSecret([one, Buffer.concat([two.subarray(0, 32), Buffer.alloc(1)])])).toBeNull();
    expect(await joinSecret([])).toBeNull();
  });

  it('is frozen: known shares give the known secret', async () => {
    // y = 0x05 + 0x07·x over the field of AES, at x = 1 and x = 2, in every byte: worked out by hand.
    const [first, second] = [Buffer.alloc(33, 0x05 ^ 0x07), Buffer.alloc(33, 0x05 ^ 0x0e)];
    first.writeUInt8(1, 32);
    second.writeUInt8(2, 32);
    expect(Buffer.from((await joinSecret([first, second])) ?? [])).toEqual(Buffer.alloc(32, 0x05));
    const share: Share = { caseId: '01234567', splitting: 'fedcba98', needed: 2, of: 3, index: 1, part: first };
    expect(sha256(Buffer.from(wordsOfShare(share).join(' '))).toString('hex')).toBe(frozenWords);
  });
});

const frozenWords = 'ef05c93a111703b0b29a2f5972cfb51163c22ad72e42412224e58b673216a1e7';

function choices(of: number, needed: number, from = 0): readonly (readonly number[])[] {
  if (needed === 0) return [[]];
  return Array.from({ length: of - from }, (_, at) => from + at).flatMap((first) => choices(of, needed - 1, first + 1).map((rest) => [first, ...rest]));
}

/** Where the line through two points meets x = 0, by its definition: 2 multiplications and a division in GF(2^8). */
function lineAtZero(y1: number, x1: number, y2: number, x2: number): number {
  return times(y1, over(x2, x1 ^ x2)) ^ times(y2, over(x1, x1 ^ x2));
}
function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 0; bit < 8; bit += 1) {
    if ((b >> bit) & 1) product ^= a << bit;
  }
  for (let bit = 14; bit >= 8; bit -= 1) if ((product >> bit) & 1) product ^= 0x11b << (bit - 8);
  return product;
}
function over(a: number, b: number): number {
  for (let quotient = 0; quotient < 256; quotient += 1) if (times(quotient, b) === a) return quotient;
  throw new Error('no such quotient');
}
