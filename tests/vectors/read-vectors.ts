import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const beside = resolve(process.env['CORROBORATE_VECTORS'] ?? join(import.meta.dirname, '../../../shared/vectors'));

export type VectorGroup<Test> = {
  readonly keySize?: number;
  readonly ivSize?: number;
  readonly tagSize?: number;
  readonly publicKey?: { readonly pk: string };
  readonly tests: readonly (Test & { readonly tcId: number; readonly result: string })[];
};

/** The published vectors of Cobblestone-256; `null` where they do not lie beside the project. */
export type SealVector = {
  readonly tcId: number;
  readonly key: string;
  readonly ctx: string;
  readonly ct: string;
  readonly msgLength?: number;
  readonly msgSha512?: string;
  readonly result: string;
};
export function cobblestoneVectors(): readonly SealVector[] | null {
  const whole = resolve(beside, 'wycheproof-c2sp_chunked_encryption_aes_256_gcm.json');
  if (!existsSync(whole)) return null;
  const { testGroups } = JSON.parse(readFileSync(whole, 'utf8')) as { readonly testGroups: readonly { readonly tests: readonly SealVector[] }[] };
  return testGroups.flatMap(({ tests }) => tests);
}

/** Groups of a Wycheproof file: the whole one beside the project when it is there, else the part kept here. */
export function wycheproof<Test>(name: 'aes_gcm' | 'ed25519' | 'hkdf_sha512' | 'hmac_sha512'): readonly VectorGroup<Test>[] {
  const whole = resolve(beside, `wycheproof-${name}.json`);
  const part = join(import.meta.dirname, `wycheproof-${name}.json`);
  const { testGroups } = JSON.parse(readFileSync(existsSync(whole) ? whole : part, 'utf8')) as { readonly testGroups: readonly VectorGroup<Test>[] };
  return testGroups;
}

export const hex = (text: string): Buffer => Buffer.from(text, 'hex');
