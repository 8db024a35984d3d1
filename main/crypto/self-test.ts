import { base32 } from './base32.ts';
import { canonicalJson } from './canonical-json.ts';
import { sealWithSalt, unseal } from './cobblestone.ts';
import { equalInConstantTime, hmacSha512, sha256Hex, startSha256 } from './digests.ts';
import { ed25519PublicKey, signEd25519, verifyEd25519 } from './ed25519.ts';
import { hkdfExpandSha512 } from './hkdf-expand.ts';
import { randomBytes } from './random.ts';
import { recoverySecret, recoveryWords } from './recovery-code.ts';
import { joinSecret } from './shamir.ts';

const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

const seed = Buffer.from('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb', 'hex');
const publicKey = '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c';
const signature = '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00';

const sealKey = Buffer.alloc(32, 1);
const sealedPlain = Buffer.alloc(20_480, 3);
const sealed = (): Buffer => sealWithSalt(sealKey, ascii('ctx'), sealedPlain, Buffer.alloc(24, 2));
function flipped(message: Buffer, at: number): Buffer {
  message.writeUInt8(message.readUInt8(at) ^ 1, at);
  return message;
}

/**
 * Known answers asked of the engine that really runs: Electron links BoringSSL, the tests ran on OpenSSL. Sources: FIPS 180-4 and
 * its examples, RFC 4231 case 2, RFC 8032 §7.1 test 2, FIPS 197 §4.2 for the field of the shares; the rest is frozen by
 * tests/vectors. Argon2id asks its own inside its thread, before every use.
 */
const checks: { readonly [primitive: string]: () => boolean | Promise<boolean> } = {
  'SHA-256': () => sha256Hex(ascii('abc')) === 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  'SHA-256 in pieces': () => {
    const running = startSha256();
    for (const piece of ['abcdbcdecdefdefgefghfghighijhijk', 'ijkljklmklmnlmnomnopnopq']) running.update(ascii(piece));
    return running.finish().hex === '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1';
  },
  'HMAC-SHA-512': () =>
    hex(hmacSha512(ascii('Jefe'), ascii('what do ya want '), ascii('for nothing?'))) ===
    '164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737',
  'HKDF-Expand': () => hex(hkdfExpandSha512(Buffer.alloc(64, 1), ascii('info'), 76)).endsWith('d5e209864a3f20163c2b61f7'),
  'constant-time comparison': () => equalInConstantTime(ascii('same'), ascii('same')) && !equalInConstantTime(ascii('same'), ascii('sane')),
  'random bytes': () => {
    const [one, other] = [randomBytes(32), randomBytes(32)];
    return one.length === 32 && !one.equals(other) && !one.equals(Buffer.alloc(32)) && !other.equals(Buffer.alloc(32));
  },
  'Ed25519 keys': () => hex(ed25519PublicKey(seed)) === publicKey,
  'Ed25519 signing': () => hex(signEd25519(seed, Uint8Array.of(0x72))) === signature,
  'Ed25519 verification': () => {
    const [key, signed] = [Buffer.from(publicKey, 'hex'), Buffer.from(signature, 'hex')];
    return verifyEd25519(key, Uint8Array.of(0x72), signed) && !verifyEd25519(key, Uint8Array.of(0x73), signed);
  },
  sealing: () => sha256Hex(sealed()) === '9eeb3bdfec0f45fc97da7ab445de8e93585ac879b29138e7f249a48a8115bd61',
  unsealing: () => unseal(sealKey, ascii('ctx'), sealed())?.equals(sealedPlain) === true,
  // Each by one bit: the salt, the commitment, the text of the first chunk, the tag of the last.
  'refusing what was changed': () => [3, 40, 60, sealed().length - 1].every((at) => unseal(sealKey, ascii('ctx'), flipped(sealed(), at)) === null),
  'recovery words': () => {
    const words = recoveryWords(Buffer.alloc(32, 0x7f));
    const secret = recoverySecret(words);
    const verse = 'legal winner thank year wave sausage worth';
    return (
      words.join(' ') === `${verse} useful ${verse} useful ${verse} title` &&
      secret !== null &&
      hex(secret) === '7f'.repeat(32) &&
      recoverySecret([...words.slice(0, 23), 'useful']) === null
    );
  },
  'shares of a secret': async () => {
    // The line 7 + 0xca·x: at x = 0x53 the product is 1.
    const joined = await joinSecret([Uint8Array.of(0x06, 0x53), Uint8Array.of(0xcd, 0x01)]);
    return joined !== null && hex(joined) === '07';
  },
  base32: () => base32(ascii('foobar')) === 'mzxw6ytboi',
  'canonical JSON': () => canonicalJson({ b: [1, 1e21], a: 'é' }) === '{"a":"é","b":[1,1e+21]}',
};

/** Names of what does not compute as the format needs it; empty on a sound engine. */
export async function failedPrimitives(): Promise<readonly string[]> {
  const failed: string[] = [];
  for (const [primitive, check] of Object.entries(checks)) {
    try {
      if (!(await check())) failed.push(primitive);
    } catch {
      // An algorithm the engine lacks throws; that is a failed test, not a crash.
      failed.push(primitive);
    }
  }
  return failed;
}

let passed: Promise<boolean> | null = null;

/** Whether this engine computes what the format needs. No case is made or opened when it does not (`self-test-failed`). Runs once per process. */
export function cryptoSelfTest(): Promise<boolean> {
  passed ??= failedPrimitives().then((failed) => failed.length === 0);
  return passed;
}
