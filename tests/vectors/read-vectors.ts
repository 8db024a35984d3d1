import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export type VectorGroup<Test> = {
  readonly keySize?: number;
  readonly ivSize?: number;
  readonly tagSize?: number;
  readonly publicKey?: { readonly pk: string };
  readonly tests: readonly (Test & { readonly tcId: number; readonly result: string })[];
};

/** Groups of a Wycheproof file: the whole one beside the project when it is there, else the part kept here. */
export function wycheproof<Test>(name: 'aes_gcm' | 'ed25519' | 'hkdf_sha512' | 'hmac_sha512'): readonly VectorGroup<Test>[] {
  const whole = resolve(import.meta.dirname, '../../../shared/vectors', `wycheproof-${name}.json`);
  const part = join(import.meta.dirname, `wycheproof-${name}.json`);
  const { testGroups } = JSON.parse(readFileSync(existsSync(whole) ? whole : part, 'utf8')) as { readonly testGroups: readonly VectorGroup<Test>[] };
  return testGroups;
}

export const hex = (text: string): Buffer => Buffer.from(text, 'hex');
