import { canonicalJson } from './canonical-json.ts';
import { sealWithSalt, unseal } from './cobblestone.ts';
import { hmacSha512, sha256, sha256Hex } from './digests.ts';
import { ed25519PublicKey, signEd25519, verifyEd25519 } from './ed25519.ts';
import { hkdfExpandSha512 } from './hkdf-expand.ts';
import { recoverySecret, recoveryWords } from './recovery-code.ts';

/**
 * Known answers asked of the engine that really runs: Electron links BoringSSL, the tests ran on OpenSSL. No case is made
 * or opened when one fails (`self-test-failed`). Argon2id has its own inside its thread. Frozen in tests/unit/main/crypto.
 */
const checks: readonly (() => boolean)[] = [
  // FIPS 180-4 example, RFC 4231 case 2, RFC 8032 test 2.
  () => sha256Hex(Buffer.from('abc')) === 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  () =>
    hmacSha512(Buffer.from('Jefe'), Buffer.from('what do ya want for nothing?'))
      .toString('hex')
      .startsWith('164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554'),
  () => hkdfExpandSha512(Buffer.alloc(64, 1), Buffer.from('info'), 76).toString('hex').endsWith('d5e209864a3f20163c2b61f7'),
  () => {
    const seed = Buffer.from('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb', 'hex');
    const key = ed25519PublicKey(seed);
    const signature = signEd25519(seed, Uint8Array.of(0x72));
    return (
      key.toString('hex') === '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c' &&
      signature.toString('hex').startsWith('92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da') &&
      verifyEd25519(key, Uint8Array.of(0x72), signature) &&
      !verifyEd25519(key, Uint8Array.of(0x73), signature)
    );
  },
  () => {
    const key = Buffer.alloc(32, 1);
    const message = sealWithSalt(key, Buffer.from('ctx'), Buffer.alloc(20_480, 3), Buffer.alloc(24, 2));
    const opened = unseal(key, Buffer.from('ctx'), message);
    const answer = sha256(message).toString('hex');
    message.writeUInt8(message.readUInt8(message.length - 1) ^ 1, message.length - 1);
    return answer === sealedKnownAnswer && opened?.equals(Buffer.alloc(20_480, 3)) === true && unseal(key, Buffer.from('ctx'), message) === null;
  },
  () => recoverySecret(recoveryWords(Buffer.alloc(32, 7)))?.every((byte) => byte === 7) === true,
  () => canonicalJson({ b: [1, 1e21], a: 'é' }) === '{"a":"é","b":[1,1e+21]}',
];
const sealedKnownAnswer = '9eeb3bdfec0f45fc97da7ab445de8e93585ac879b29138e7f249a48a8115bd61';

let passed: boolean | null = null;

/** Whether this engine computes what the format needs. Runs once per process (a few milliseconds). */
export function cryptoSelfTest(): boolean {
  passed ??= checks.every((check) => {
    try {
      return check();
    } catch {
      // An algorithm the engine lacks throws; that is a failed test, not a crash.
      return false;
    }
  });
  return passed;
}
