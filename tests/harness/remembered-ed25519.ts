import { createHash } from 'node:crypto';
import * as real from '#main/crypto/ed25519.ts';

export const { ed25519Pem, ed25519PublicKey, parseEd25519Pem, signEd25519 } = real;

/** The long runs hold the same few signatures against the same few keys; each is checked once and then remembered. */
const known = new Map<string, boolean>();

export function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const hash = createHash('sha256');
  for (const part of [publicKey, message, signature]) hash.update(`${part.length} `).update(part);
  const name = hash.digest('hex');
  const holds = known.get(name) ?? real.verifyEd25519(publicKey, message, signature);
  known.set(name, holds);
  return holds;
}
