import { hmacSha512 } from './digests.ts';

/** What a key of the case may be used for; each use has its own key, so that no two constructions ever share one. */
export type KeyUse = 'header' | 'log' | 'snapshot' | 'blob' | 'blob-name' | 'index' | 'anchor' | 'sign';

/** The key for one use: first 32 bytes of HMAC-SHA-512(case key, `corroborate/v1/` + use). */
export function subkey(caseKey: Uint8Array, use: KeyUse): Buffer {
  return hmacSha512(caseKey, Buffer.from(`corroborate/v1/${use}`)).subarray(0, 32);
}
