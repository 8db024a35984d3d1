import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base32 } from '#main/crypto/base32.ts';
import { canonicalJson } from '#main/crypto/canonical-json.ts';
import { sha256Hex, startSha256 } from '#main/crypto/digests.ts';
import { ed25519PublicKey, signEd25519, verifyEd25519 } from '#main/crypto/ed25519.ts';
import { passphraseBytes } from '#main/crypto/passphrase.ts';
import { recoverySecret, recoveryWords, sixWords } from '#main/crypto/recovery-code.ts';
import { cryptoSelfTest } from '#main/crypto/self-test.ts';
import { subkey } from '#main/crypto/subkey.ts';

describe('the parts of the crypto room', () => {
  it('pass their own test on this engine', () => {
    expect(cryptoSelfTest()).toBe(true);
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
    for (const bad of [Number.NaN, undefined, () => 1, '\ud800', { a: '\udc00' }]) expect(() => canonicalJson(bad)).toThrow(TypeError);
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

  it('sign so that only the same message and key verify', () => {
    const [seed, other] = [Buffer.alloc(32, 7), Buffer.alloc(32, 8)];
    const signature = signEd25519(seed, Buffer.from('dossier'));
    expect(verifyEd25519(ed25519PublicKey(seed), Buffer.from('dossier'), signature)).toBe(true);
    expect(verifyEd25519(ed25519PublicKey(seed), Buffer.from('Dossier'), signature)).toBe(false);
    expect(verifyEd25519(ed25519PublicKey(other), Buffer.from('dossier'), signature)).toBe(false);
    expect(verifyEd25519(new Uint8Array(31), Buffer.from('dossier'), signature)).toBe(false);
    expect(verifyEd25519(ed25519PublicKey(seed), Buffer.from('dossier'), new Uint8Array(0))).toBe(false);
  });

  it('derive keys that differ by use and have not changed since the format was frozen', () => {
    const key = Buffer.alloc(32, 1);
    const uses = ['header', 'log', 'snapshot', 'blob', 'blob-name', 'anchor', 'sign'] as const;
    expect(new Set(uses.map((use) => subkey(key, use).toString('hex'))).size).toBe(uses.length);
    expect(subkey(key, 'log').toString('hex')).toBe('380d4e8c9b19d63ac0076cf7298927031078e929515de43466519eec1c853b9a');
  });

  it('take a passphrase in NFC, so that it opens the case on another system', () => {
    expect(passphraseBytes('e\u0301')).toEqual(passphraseBytes('é'));
  });
});
