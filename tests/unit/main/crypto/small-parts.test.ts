import { wordlist } from '@scure/bip39/wordlists/english.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base32 } from '#main/crypto/base32.ts';
import { canonicalJson } from '#main/crypto/canonical-json.ts';
import { blake2b512, equalInConstantTime, sha256Hex, startSha256 } from '#main/crypto/digests.ts';
import { ed25519Pem, ed25519PublicKey, parseEd25519Pem, signEd25519, verifyEd25519 } from '#main/crypto/ed25519.ts';
import { hkdfExpandSha512 } from '#main/crypto/hkdf-expand.ts';
import { newPassphrase } from '#main/crypto/new-passphrase.ts';
import { passphraseBytes } from '#main/crypto/passphrase.ts';
import { randomBytes } from '#main/crypto/random.ts';
import { recoverySecret, recoveryWords, sixWords } from '#main/crypto/recovery-code.ts';
import { cryptoSelfTest } from '#main/crypto/self-test.ts';
import { subkey } from '#main/crypto/subkey.ts';

describe('the parts of the crypto room', () => {
  it('pass their own test on this engine', async () => {
    expect(await cryptoSelfTest()).toBe(true);
  });

  it('write BLAKE2b as RFC 7693 appendix A has it', () => {
    expect(blake2b512(Buffer.from('abc')).toString('hex')).toBe(
      'ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d17d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923',
    );
  });

  it('read a public key from PEM exactly as they write it, and no key of another length', () => {
    const key = ed25519PublicKey(Buffer.alloc(32, 3));
    expect(parseEd25519Pem(ed25519Pem(key))).toEqual(Uint8Array.from(key));
    for (const bytes of [31, 33]) expect(parseEd25519Pem(ed25519Pem(Buffer.alloc(bytes, 1)))).toBeNull();
    for (const wrong of ['', ed25519Pem(key).trimEnd(), ed25519Pem(key).replace('PUBLIC', 'PRIVATE'), `\n${ed25519Pem(key)}`])
      expect(parseEd25519Pem(wrong)).toBeNull();
  });

  it('write base32 as RFC 4648 §10 has it, in lower case and without padding', () => {
    expect(['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map((text) => base32(Buffer.from(text)))).toEqual([
      '',
      'my',
      'mzxq',
      'mzxw6',
      'mzxw6yq',
      'mzxw6ytb',
      'mzxw6ytboi',
    ]);
    expect(base32(Buffer.alloc(32, 255))).toBe(`${'7'.repeat(51)}q`);
  });

  it('write canonical JSON as RFC 8785 §3.2 has it', () => {
    const sample: unknown = JSON.parse(
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    );
    expect(canonicalJson(sample)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
    // §3.2.3: sorted by UTF-16 code units, so a surrogate pair comes before U+FB33.
    expect(canonicalJson({ '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 })).toBe(
      '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}',
    );
    for (const bad of [Number.NaN, Number.NEGATIVE_INFINITY]) expect(() => canonicalJson(bad)).toThrow('a number must be finite');
    for (const bad of ['\ud800', { a: '\udc00' }, { '\ud800': 1 }, ['x\udc00\ud800']]) expect(() => canonicalJson(bad)).toThrow('lone surrogate');
    for (const bad of [undefined, () => 1, { a: Symbol.iterator }, [1n]])
      expect(() => canonicalJson(bad)).toThrow(/cannot hold a (undefined|function|symbol|bigint)/);
  });

  it('write canonical JSON that reads back as the same value, whatever the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: true }), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it('turn 32 bytes into 24 words and back, forgiving blanks and capitals but no wrong word', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (secret) => {
        const words = recoveryWords(secret);
        expect(words).toHaveLength(24);
        expect(recoverySecret(words)).toEqual(secret);
        expect(recoverySecret([` ${words.join('  ').toUpperCase()}\n`])).toEqual(secret);
      }),
      { numRuns: 20 },
    );
    // BIP 39 reference vector for 32 zero bytes.
    expect(recoveryWords(new Uint8Array(32)).join(' ')).toBe(`${'abandon '.repeat(23)}art`);
    expect(recoverySecret([...Array.from({ length: 23 }, () => 'abandon'), 'abandon'])).toBeNull();
    expect(recoverySecret(['abandon', 'art'])).toBeNull();
    // Sound words of BIP 39, but of 16 bytes: no code of ours.
    expect(recoverySecret([...Array.from({ length: 11 }, () => 'abandon'), 'about'])).toBeNull();
    expect(recoverySecret(['', ...recoveryWords(new Uint8Array(32)), ' '])).toEqual(new Uint8Array(32));
    expect(() => recoveryWords(new Uint8Array(16))).toThrow('a recovery code stands for 32 bytes');
    expect(recoverySecret(Array.from({ length: 24 }, () => 'corroborate'))).toBeNull();
  });

  it('name a hash by six words that depend on its first bits', () => {
    expect(sixWords(Buffer.alloc(32))).toEqual(Array.from({ length: 6 }, () => 'abandon'));
    expect(sixWords(Buffer.alloc(32, 255))).toEqual(Array.from({ length: 6 }, () => 'zoo'));
  });

  it('hash in pieces as they hash at once', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 })), (pieces) => {
        const running = startSha256();
        for (const piece of pieces) running.update(piece);
        expect(running.finish().hex).toBe(sha256Hex(Buffer.concat(pieces)));
      }),
    );
  });

  it('compare secrets whole, and call different lengths unequal', () => {
    const secret = Buffer.from('secret');
    expect(equalInConstantTime(secret, Buffer.from('secret'))).toBe(true);
    expect(equalInConstantTime(secret, Buffer.from('secreT'))).toBe(false);
    for (const other of ['', 'secre', 'secrets']) expect(equalInConstantTime(secret, Buffer.from(other))).toBe(false);
  });

  it('draw as many bytes of chance as were asked for, never the same ones', () => {
    expect([0, 1, 32].map((length) => randomBytes(length).length)).toEqual([0, 1, 32]);
    expect(new Set(Array.from({ length: 1_000 }, () => randomBytes(16).toString('hex'))).size).toBe(1_000);
  });

  it('expand a key to at most 255 blocks, as RFC 5869 §2.3 has it', () => {
    const key = Buffer.alloc(64, 1);
    expect(hkdfExpandSha512(key, Buffer.alloc(0), 255 * 64)).toHaveLength(255 * 64);
    expect(() => hkdfExpandSha512(key, Buffer.alloc(0), 255 * 64 + 1)).toThrow('more than 255 blocks');
    expect(hkdfExpandSha512(key, Buffer.alloc(0), 0)).toHaveLength(0);
  });

  it('sign so that only the same message and key verify', () => {
    const [seed, other] = [Buffer.alloc(32, 7), Buffer.alloc(32, 8)];
    const signature = signEd25519(seed, Buffer.from('dossier'));
    expect(verifyEd25519(ed25519PublicKey(seed), Buffer.from('dossier'), signature)).toBe(true);
    expect(verifyEd25519(ed25519PublicKey(seed), Buffer.from('Dossier'), signature)).toBe(false);
    expect(verifyEd25519(ed25519PublicKey(other), Buffer.from('dossier'), signature)).toBe(false);
    expect(verifyEd25519(new Uint8Array(31), Buffer.from('dossier'), signature)).toBe(false);
    expect(verifyEd25519(ed25519PublicKey(seed), Buffer.from('dossier'), new Uint8Array(0))).toBe(false);
    for (const bad of [new Uint8Array(31), new Uint8Array(33)]) expect(() => signEd25519(bad, Buffer.from('dossier'))).toThrow('the seed must have 32 bytes');
  });

  it('derive keys that differ by use and have not changed since the format was frozen', () => {
    const key = Buffer.alloc(32, 1);
    const uses = ['header', 'log', 'snapshot', 'blob', 'blob-name', 'anchor', 'sign'] as const;
    expect(new Set(uses.map((use) => subkey(key, use).toString('hex'))).size).toBe(uses.length);
    expect(subkey(key, 'log').toString('hex')).toBe('380d4e8c9b19d63ac0076cf7298927031078e929515de43466519eec1c853b9a');
  });

  it('take a passphrase in NFC, so that it opens the case on another system', () => {
    expect(Buffer.from(passphraseBytes('e\u0301')).toString('hex')).toBe('c3a9');
    expect(Buffer.from(passphraseBytes('암')).toString('hex')).toBe('ec9594');
  });

  it('propose passphrases of eleven words, each by chance from the whole list', () => {
    const proposed = Array.from({ length: 6_000 }, newPassphrase);
    expect(new Set(proposed.map((words) => words.length))).toEqual(new Set([11]));
    // Of 66,000 words, one of the 2,048 is missing once in fifty thousand million runs.
    expect(new Set(proposed.flat())).toEqual(new Set(wordlist));
    for (const place of [0, 10]) expect(new Set(proposed.map((words) => words[place])).size).toBeGreaterThan(1_800);
    expect(new Set(proposed.map((words) => words.join(' '))).size).toBe(proposed.length);
  });
});
