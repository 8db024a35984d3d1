import { ed25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha512 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base32 } from '#main/crypto/base32.ts';
import { canonicalJson } from '#main/crypto/canonical-json.ts';
import { hmacSha512, sha256Hex } from '#main/crypto/digests.ts';
import { ed25519PublicKey, signEd25519, verifyEd25519 } from '#main/crypto/ed25519.ts';
import { hkdfExpandSha512 } from '#main/crypto/hkdf-expand.ts';
import { recoverySecret, recoveryWords } from '#main/crypto/recovery-code.ts';
import { hex } from './read-vectors.ts';

/** Answers as printed in the documents named; and where a document prints few, a second implementation answers for any input. */
describe('published answers', () => {
  it('of SHA-256: the examples of FIPS 180-4, one block and two, and the million letters', () => {
    expect(sha256Hex(Buffer.from(''))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(sha256Hex(Buffer.from('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256Hex(Buffer.from('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'))).toBe(
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    );
    expect(sha256Hex(Buffer.alloc(1_000_000, 'a'))).toBe('cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0');
  });

  it.each([
    [
      '0b'.repeat(20),
      hexOf('Hi There'),
      '87aa7cdea5ef619d4ff0b4241a1d6cb02379f4e2ce4ec2787ad0b30545e17cdedaa833b7d6b8a702038b274eaea3f4e4be9d914eeb61f1702e696c203a126854',
    ],
    [
      hexOf('Jefe'),
      hexOf('what do ya want for nothing?'),
      '164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737',
    ],
    [
      'aa'.repeat(20),
      'dd'.repeat(50),
      'fa73b0089d56a284efb0f0756c890be9b1b5dbdd8ee81a3655f83e33b2279d39bf3e848279a722c806b485a47e67c807b946a337bee8942674278859e13292fb',
    ],
    [
      '0102030405060708090a0b0c0d0e0f10111213141516171819',
      'cd'.repeat(50),
      'b0ba465637458c6990e5a8c5f61d4af7e576d97ff94b872de76f8050361ee3dba91ca5c11aa25eb4d679275cc5788063a5f19741120c4f2de2adebeb10a298dd',
    ],
    [
      'aa'.repeat(131),
      hexOf('Test Using Larger Than Block-Size Key - Hash Key First'),
      '80b24263c7c1a3ebb71493c1dd7be8b49b46d1f41b4aeec1121b013783f8f3526b56d037e05f2598bd0fd2215d6a1e5295e64f73f63f0aec8b915a985d786598',
    ],
  ])('of HMAC-SHA-512: RFC 4231 §4 (%#)', (key, message, tag) => {
    expect(hmacSha512(hex(key), hex(message)).toString('hex')).toBe(tag);
  });

  it.each([
    [
      '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
      '',
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    ],
    [
      '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
      '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
      '72',
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    ],
    [
      'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
      'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
      'af82',
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
    ],
  ])('of Ed25519: RFC 8032 §7.1 (%#)', (seed, publicKey, message, signature) => {
    expect(ed25519PublicKey(hex(seed)).toString('hex')).toBe(publicKey);
    expect(signEd25519(hex(seed), hex(message)).toString('hex')).toBe(signature);
    expect(verifyEd25519(hex(publicKey), hex(message), hex(signature))).toBe(true);
    for (const bad of [hex(signature).subarray(1), Buffer.concat([hex(signature), Buffer.alloc(1)])])
      expect(verifyEd25519(hex(publicKey), hex(message), bad)).toBe(false);
  });

  it('of canonical JSON: the numbers of RFC 8785 appendix B', () => {
    const printed: { readonly [bits: string]: string } = {
      '0000000000000000': '0',
      '8000000000000000': '0',
      '0000000000000001': '5e-324',
      '8000000000000001': '-5e-324',
      '7fefffffffffffff': '1.7976931348623157e+308',
      ffefffffffffffff: '-1.7976931348623157e+308',
      '4340000000000000': '9007199254740992',
      c340000000000000: '-9007199254740992',
      '4430000000000000': '295147905179352830000',
      '44b52d02c7e14af5': '9.999999999999997e+22',
      '44b52d02c7e14af6': '1e+23',
      '44b52d02c7e14af7': '1.0000000000000001e+23',
      '444b1ae4d6e2ef4e': '999999999999999700000',
      '444b1ae4d6e2ef4f': '999999999999999900000',
      '444b1ae4d6e2ef50': '1e+21',
      '3eb0c6f7a0b5ed8c': '9.999999999999997e-7',
      '3eb0c6f7a0b5ed8d': '0.000001',
      '41b3de4355555553': '333333333.3333332',
      '41b3de4355555554': '333333333.33333325',
      '41b3de4355555555': '333333333.3333333',
      '41b3de4355555556': '333333333.3333334',
      '41b3de4355555557': '333333333.33333343',
      becbf647612f3696: '-0.0000033333333333333333',
      '43143ff3c1cb0959': '1424953923781206.2',
    };
    for (const [bits, text] of Object.entries(printed)) expect(canonicalJson(hex(bits).readDoubleBE()), bits).toBe(text);
    for (const bits of ['7fffffffffffffff', '7ff0000000000000']) expect(() => canonicalJson(hex(bits).readDoubleBE())).toThrow(TypeError);
  });

  it('of canonical JSON: the order of names in RFC 8785 §3.2.3', () => {
    const names = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect(
      canonicalJson(names)
        .match(/:"([^"]+)"/g)
        ?.map((each) => each.slice(2, -1)),
    ).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  it.each([
    ['00', `${'abandon '.repeat(23)}art`],
    [
      '7f',
      'legal winner thank year wave sausage worth useful legal winner thank year wave sausage worth useful legal winner thank year wave sausage worth title',
    ],
    [
      '80',
      'letter advice cage absurd amount doctor acoustic avoid letter advice cage absurd amount doctor acoustic avoid letter advice cage absurd amount doctor acoustic bless',
    ],
    ['ff', `${'zoo '.repeat(23)}vote`],
  ])('of the words of BIP 39: 32 times %s', (byte, words) => {
    expect(recoveryWords(Buffer.alloc(32, byte, 'hex')).join(' ')).toBe(words);
    expect(Buffer.from(recoverySecret(words.split(' ')) ?? []).toString('hex')).toBe(byte.repeat(32));
  });

  it('of the words of BIP 39: bytes without a pattern', () => {
    const words =
      'hamster diagram private dutch cause delay private meat slide toddler razor book happy fancy gospel tennis maple dilemma loan word shrug inflict delay length';
    expect(recoveryWords(hex('68a79eaca2324873eacc50cb9c6eca8cc68ea5d936f98787c60c7ebc74e6ce7c')).join(' ')).toBe(words);
  });
});

describe('a second implementation', () => {
  it('makes the same HMAC, keys and signatures of anything', () => {
    const bytes = fc.uint8Array({ maxLength: 300 });
    const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(bytes, bytes, seeds, fc.integer({ min: 1, max: 400 }), (key, message, seed, length) => {
        expect(hmacSha512(key, message).toString('hex')).toBe(hexOf(hmac(sha512, key, message)));
        const extracted = hmac(sha512, new Uint8Array(64), key);
        expect(hexOf(hkdfExpandSha512(extracted, message, length))).toBe(hexOf(hkdf(sha512, key, undefined, message, length)));
        expect(hexOf(ed25519PublicKey(seed))).toBe(hexOf(ed25519.getPublicKey(seed)));
        const signature = signEd25519(seed, message);
        expect(hexOf(signature)).toBe(hexOf(ed25519.sign(message, seed)));
        expect(ed25519.verify(signature, message, ed25519PublicKey(seed))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('writes the same base32 of anything', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        // RFC 4648 §6 by its words: the bits in groups of five, the last group filled with zeros.
        const groups =
          [...bytes]
            .map((byte) => byte.toString(2).padStart(8, '0'))
            .join('')
            .match(/.{1,5}/g) ?? [];
        expect(base32(bytes)).toBe(groups.map((bits) => 'abcdefghijklmnopqrstuvwxyz234567'[Number.parseInt(bits.padEnd(5, '0'), 2)]).join(''));
      }),
    );
  });
});

function hexOf(bytes: string | Uint8Array): string {
  return (typeof bytes === 'string' ? Buffer.from(bytes) : Buffer.from(bytes)).toString('hex');
}
