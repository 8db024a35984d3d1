import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '#main/crypto/digests.ts';
import { passphraseWithKeyFile } from '#main/crypto/key-file.ts';
import { joinSecret, splitSecret } from '#main/crypto/shamir.ts';
import { bytesOfWords, wordsOfBytes } from '#main/crypto/word-code.ts';

const context = Buffer.from('a context');
const bytes45 = fc.uint8Array({ minLength: 45, maxLength: 45 });

describe('bytes in words', () => {
  it('are read back, whatever they are', () => {
    fc.assert(
      fc.property(bytes45, (bytes) => {
        const words = wordsOfBytes(bytes, 36, context);
        expect(words).toHaveLength(36);
        expect(bytesOfWords(words, 45, context)).toEqual({ state: 'whole', bytes: Buffer.from(bytes) });
      }),
    );
  });

  it('are mistyped when any word is another, two are swapped, or it is for another use', () => {
    const words = wordsOfBytes(Buffer.alloc(45, 7), 36, context);
    for (let at = 0; at < 36; at += 1) {
      const changed = words.with(at, words[at] === 'zoo' ? 'zone' : 'zoo');
      expect(bytesOfWords(changed, 45, context), `word ${at + 1}`).toEqual({ state: 'mistyped' });
    }
    const mixed = wordsOfBytes(sha256(context, Buffer.from('x')), 24, context);
    expect(bytesOfWords([mixed[1] ?? '', mixed[0] ?? '', ...mixed.slice(2)], 32, context)).toEqual({ state: 'mistyped' });
    expect(bytesOfWords(words, 45, Buffer.from('another'))).toEqual({ state: 'mistyped' });
  });

  it('name the word that is in no list, counted from one', () => {
    const words = wordsOfBytes(Buffer.alloc(45, 7), 36, context);
    for (const at of [0, 17, 35]) expect(bytesOfWords(words.with(at, 'corroborate'), 45, context)).toEqual({ state: 'unknown-word', word: at + 1 });
    expect(bytesOfWords(words.with(3, '').with(9, 'x'), 45, context)).toEqual({ state: 'unknown-word', word: 4 });
  });

  it('may have words cut to their first four letters, and no others', () => {
    const words = wordsOfBytes(sha256(Buffer.from('some bytes')), 24, context);
    const cut = words.map((word) => word.slice(0, 4));
    expect(bytesOfWords(cut, 32, context)).toEqual({ state: 'whole', bytes: sha256(Buffer.from('some bytes')) });
    const long = words.findIndex((word) => word.length > 5);
    for (const length of [3, 5]) expect(bytesOfWords(words.with(long, (words[long] ?? '').slice(0, length)), 32, context).state).not.toBe('whole');
  });

  it('need room for a checksum', () => {
    expect(() => wordsOfBytes(Buffer.alloc(45), 32, context)).toThrow('do not hold the bytes and a checksum');
    expect(wordsOfBytes(Buffer.alloc(45), 33, context)).toHaveLength(33);
    expect(() => wordsOfBytes(Buffer.alloc(11), 8, context)).toThrow(RangeError);
  });
});

describe('a secret in parts', () => {
  const secret = sha256(Buffer.from('the secret'));
  /** The other implementation: tables of logarithms over the generator 3, and Lagrange's formula at zero. */
  const [exp, log] = (() => {
    const powers: number[] = [];
    const logs: number[] = [];
    for (let power = 0, value = 1; power < 255; power += 1) {
      powers.push(value);
      logs[value] = power;
      value ^= (value << 1) ^ (value & 0x80 ? 0x11b : 0);
    }
    return [powers, logs] as const;
  })();
  const times = (a: number, b: number) => (a === 0 || b === 0 ? 0 : (exp[((log[a] ?? 0) + (log[b] ?? 0)) % 255] ?? 0));
  const over = (a: number, b: number) => (a === 0 ? 0 : (exp[((log[a] ?? 0) - (log[b] ?? 0) + 255) % 255] ?? 0));
  const atZero = (parts: readonly Uint8Array[]) =>
    Buffer.from(
      Array.from({ length: (parts[0]?.length ?? 1) - 1 }, (_, place) =>
        parts.reduce((sum, part) => {
          const x = part.at(-1) ?? 0;
          const weight = parts.reduce((product, { [part.length - 1]: other = 0 }) => (other === x ? product : times(product, over(other, other ^ x))), 1);
          return sum ^ times(weight, part[place] ?? 0);
        }, 0),
      ),
    );

  it('comes back from as many parts as are needed, here and in another implementation', async () => {
    for (const [needed, of] of [
      [2, 2],
      [2, 3],
      [3, 5],
      [16, 16],
    ] as const) {
      const parts = await splitSecret(secret, needed, of);
      expect(parts.map(({ length }) => length)).toEqual(Array.from({ length: of }, () => 33));
      const some = parts.slice(-needed);
      expect(Buffer.from((await joinSecret(some)) ?? [])).toEqual(secret);
      expect(atZero(some)).toEqual(secret);
      expect(atZero(parts)).toEqual(secret);
      if (needed > 2) expect(atZero(some.slice(1))).not.toEqual(secret);
    }
    expect(secret).toEqual(sha256(Buffer.from('the secret')));
  });

  it('is not made of parts that are too few, alike, of other lengths, or at the place of the secret itself', async () => {
    const [one = new Uint8Array(), two = new Uint8Array()] = await splitSecret(secret, 2, 3);
    expect(await joinSecret([])).toBeNull();
    expect(await joinSecret([one])).toBeNull();
    expect(await joinSecret([one, one])).toBeNull();
    expect(await joinSecret([one, two.subarray(1)])).toBeNull();
    expect(await joinSecret([one, Buffer.concat([two.subarray(0, 32), Uint8Array.of(0)])])).toBeNull();
    expect(await joinSecret([Uint8Array.of(1), Uint8Array.of(2)])).toBeNull();
    expect(Buffer.from((await joinSecret([one, two])) ?? [])).toEqual(secret);
    expect(Buffer.from((await joinSecret([Uint8Array.of(6, 0x53), Uint8Array.of(0xcd, 1)])) ?? [])).toEqual(Buffer.from([7]));
  });
});

it('a passphrase with a key file is no other pair and no passphrase alone', () => {
  const pair = (passphrase: string, file: string) => Buffer.from(passphraseWithKeyFile(Buffer.from(passphrase), Buffer.from(file))).toString('hex');
  expect(pair('word', 'file')).toBe(`${Buffer.from('word').toString('hex')}00${sha256(Buffer.from('file')).toString('hex')}`);
  expect(new Set([pair('word', 'file'), pair('word', 'File'), pair('wor', 'dfile'), pair('', 'file')]).size).toBe(4);
});
