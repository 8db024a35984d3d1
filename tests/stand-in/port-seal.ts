import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { decode, encode } from './wire.ts';

/**
 * In Electron a port that was handed on joins its two holders directly: neither the main process nor the browser sees what they say. Here
 * both carry it, so they carry it sealed, under a key of the run that pages and utility processes are given. This keeps a search of
 * memory meaningful; it protects from nobody.
 */
let key: Buffer = randomBytes(32);
const ivBytes = 12;
const tagBytes = 16;

export type SealedLetter = { readonly sealed: string };

export function portKey(): string {
  return key.toString('base64');
}

/** A utility process takes over the key of the run. */
export function takePortKey(given: string): void {
  key = Buffer.from(given, 'base64');
}

/** Throws as Electron does for what cannot be cloned. */
export function seal(message: unknown): SealedLetter {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const text = Buffer.from(JSON.stringify(encode(message)));
  return { sealed: Buffer.concat([iv, cipher.update(text), cipher.final(), cipher.getAuthTag()]).toString('base64') };
}

export function open(letter: SealedLetter): unknown {
  const bytes = Buffer.from(letter.sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes));
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  const text = Buffer.concat([decipher.update(bytes.subarray(ivBytes, -tagBytes)), decipher.final()]);
  return decode(JSON.parse(text.toString()));
}
