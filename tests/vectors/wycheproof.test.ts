import { createDecipheriv } from 'node:crypto';
import { expect, it } from 'vitest';
import { equalInConstantTime, hmacSha512 } from '#main/crypto/digests.ts';
import { verifyEd25519 } from '#main/crypto/ed25519.ts';
import { hkdfExpandSha512 } from '#main/crypto/hkdf-expand.ts';
import { hex, wycheproof } from './read-vectors.ts';

type Failure = readonly [tcId: number, what: string];

it('AES-256-GCM of this engine opens what is valid and nothing else', () => {
  type Test = { readonly key: string; readonly iv: string; readonly aad: string; readonly msg: string; readonly ct: string; readonly tag: string };
  const failures: Failure[] = [];
  let count = 0;
  for (const group of wycheproof<Test>('aes_gcm')) {
    // The product uses 256-bit keys, 96-bit nonces and 128-bit tags, and no others.
    if (group.keySize !== 256 || group.ivSize !== 96 || group.tagSize !== 128) continue;
    for (const test of group.tests) {
      count += 1;
      const opened = openGcm(test);
      if (test.result === 'valid' ? opened !== test.msg : opened !== null) failures.push([test.tcId, test.result]);
    }
  }
  expect(failures).toEqual([]);
  expect(count).toBeGreaterThan(4);
});

function openGcm({
  key,
  iv,
  aad,
  ct,
  tag,
}: {
  readonly key: string;
  readonly iv: string;
  readonly aad: string;
  readonly ct: string;
  readonly tag: string;
}): string | null {
  const decipher = createDecipheriv('aes-256-gcm', hex(key), hex(iv), { authTagLength: 16 });
  decipher.setAAD(hex(aad));
  decipher.setAuthTag(hex(tag));
  const body = decipher.update(hex(ct));
  try {
    decipher.final();
    return body.toString('hex');
  } catch {
    return null;
  }
}

it('HMAC-SHA-512 gives the published tags', () => {
  type Test = { readonly key: string; readonly msg: string; readonly tag: string };
  const failures: Failure[] = [];
  let count = 0;
  for (const group of wycheproof<Test>('hmac_sha512')) {
    for (const { tcId, key, msg, tag, result } of group.tests) {
      count += 1;
      const ours = hmacSha512(hex(key), hex(msg)).subarray(0, (group.tagSize ?? 0) / 8);
      if (equalInConstantTime(ours, hex(tag)) !== (result === 'valid')) failures.push([tcId, result]);
    }
  }
  expect(failures).toEqual([]);
  expect(count).toBeGreaterThan(20);
});

it('HKDF-Expand gives the published keys and refuses more than 255 blocks', () => {
  type Test = { readonly ikm: string; readonly salt: string; readonly info: string; readonly size: number; readonly okm: string };
  const failures: Failure[] = [];
  let count = 0;
  for (const { tests } of wycheproof<Test>('hkdf_sha512')) {
    for (const { tcId, ikm, salt, info, size, okm, result } of tests) {
      count += 1;
      // HKDF-Extract (RFC 5869 §2.2), which the product does not need: its input keys are already uniform.
      const extracted = hmacSha512(salt === '' ? Buffer.alloc(64) : hex(salt), hex(ikm));
      const expand = () => hkdfExpandSha512(extracted, hex(info), size).toString('hex');
      if (result === 'invalid') expect(expand).toThrow(RangeError);
      else if (expand() !== okm) failures.push([tcId, result]);
    }
  }
  expect(failures).toEqual([]);
  expect(count).toBeGreaterThan(4);
});

it('Ed25519 accepts valid signatures and refuses every other, whatever its form', () => {
  type Test = { readonly msg: string; readonly sig: string };
  const failures: Failure[] = [];
  let count = 0;
  for (const { publicKey, tests } of wycheproof<Test>('ed25519')) {
    for (const { tcId, msg, sig, result } of tests) {
      count += 1;
      if (verifyEd25519(hex(publicKey?.pk ?? ''), hex(msg), hex(sig)) !== (result === 'valid')) failures.push([tcId, result]);
    }
  }
  expect(failures).toEqual([]);
  expect(count).toBeGreaterThan(10);
});
