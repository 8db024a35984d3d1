import { createCipheriv, createDecipheriv } from 'node:crypto';
import { equalInConstantTime } from './digests.ts';
import { hkdfExpandSha512 } from './hkdf-expand.ts';
import { randomBytes } from './random.ts';

/**
 * Cobblestone-256: chunked authenticated encryption with key commitment and random access (C2SP chunked-encryption, the
 * AES-256-GCM and SHA-512 instance). The draft it follows is frozen for us by FORMAT.md and by the known answers in
 * tests/vectors. A message is salt (24) || commitment (32) || chunks, each of up to 16,384 bytes with a 16-byte tag; the last
 * chunk is always shorter than a full one (it may be empty), which is how a cut at a chunk boundary shows.
 * Every message has a fresh random salt and so a fresh AES key: there is no nonce counter to lose in a crash, a restored
 * backup or between two writers.
 */
export const chunkBytes = 16_384;
export const tagBytes = 16;
const saltBytes = 24;
export const headBytes = saltBytes + 32;
/** A full chunk as it lies on disk. */
export const sealedChunkBytes = chunkBytes + tagBytes;

const label = Buffer.from('c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0');

/** Bytes on disk of a message whose plaintext has `plainBytes`. */
export function sealedLength(plainBytes: number): number {
  return headBytes + plainBytes + tagBytes * (Math.floor(plainBytes / chunkBytes) + 1);
}

type MessageKeys = { readonly key: Buffer; readonly baseNonce: Buffer; readonly commitment: Buffer };
function messageKeys(key: Uint8Array, salt: Uint8Array, context: Uint8Array): MessageKeys {
  if (key.length !== 32) throw new RangeError('Cobblestone: the key must have 32 bytes');
  const okm = hkdfExpandSha512(key, Buffer.concat([label, salt, context]), 76);
  return { key: okm.subarray(0, 32), baseNonce: okm.subarray(32, 44), commitment: okm.subarray(44, 76) };
}

/** The chunk number, big-endian in the last 40 bits, XORed into the base nonce. */
function chunkNonce(base: Buffer, index: number): Buffer {
  const nonce = Buffer.from(base);
  nonce.writeUInt32BE((nonce.readUInt32BE(8) ^ (index % 0x1_0000_0000)) >>> 0, 8);
  nonce.writeUInt8(nonce.readUInt8(7) ^ (Math.floor(index / 0x1_0000_0000) & 0xff), 7);
  return nonce;
}

function sealChunkWith(keys: MessageKeys, index: number, plaintext: Uint8Array): Buffer {
  const out = Buffer.allocUnsafe(plaintext.length + tagBytes);
  sealChunkInto(keys, index, plaintext, out, 0);
  return out;
}

/** Writes chunk and tag into `out` at `at` without a buffer of their own; answers their bytes. */
function sealChunkInto(keys: MessageKeys, index: number, plaintext: Uint8Array, out: Uint8Array, at: number): number {
  const cipher = createCipheriv('aes-256-gcm', keys.key, chunkNonce(keys.baseNonce, index));
  out.set(cipher.update(plaintext), at);
  cipher.final();
  out.set(cipher.getAuthTag(), at + plaintext.length);
  return plaintext.length + tagBytes;
}

function openChunkWith(keys: MessageKeys, index: number, sealed: Uint8Array): Buffer | null {
  if (sealed.length < tagBytes) return null;
  const decipher = createDecipheriv('aes-256-gcm', keys.key, chunkNonce(keys.baseNonce, index), { authTagLength: tagBytes });
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
  const body = decipher.update(sealed.subarray(0, sealed.length - tagBytes));
  try {
    decipher.final();
    return body;
  } catch {
    // node:crypto signals a wrong tag by throwing; nothing of `body` may be used then.
    return null;
  }
}

/**
 * A message being written: `head` and every chunk, all full but the last, in any order. `chunkKeys` is for a thread that seals chunks of
 * it (sealing-worker.cjs).
 */
export type ChunkSealer = {
  readonly head: Buffer;
  readonly sealChunk: (index: number, plaintext: Uint8Array) => Buffer;
  /** The chunk into `out` at `at`; answers how many bytes it has there. */
  readonly sealChunkInto: (index: number, plaintext: Uint8Array, out: Uint8Array, at: number) => number;
  readonly chunkKeys: ChunkKeys;
};
export type ChunkKeys = { readonly key: Uint8Array; readonly baseNonce: Uint8Array };
export function startSealing(key: Uint8Array, context: Uint8Array, salt: Uint8Array = randomBytes(saltBytes)): ChunkSealer {
  const keys = messageKeys(key, salt, context);
  return {
    head: Buffer.concat([salt, keys.commitment]),
    sealChunk: (index, plaintext) => sealChunkWith(keys, index, plaintext),
    sealChunkInto: (index, plaintext, out, at) => sealChunkInto(keys, index, plaintext, out, at),
    chunkKeys: keys,
  };
}

/** Random access to a message; `openChunk` answers `null` when the chunk is not the one that was sealed there. */
export type ChunkOpener = { readonly openChunk: (index: number, sealed: Uint8Array) => Buffer | null; readonly chunkKeys: ChunkKeys };
/** `null` when key, context or head do not belong together. */
export function startOpening(key: Uint8Array, context: Uint8Array, head: Uint8Array): ChunkOpener | null {
  if (head.length < headBytes) return null;
  const keys = messageKeys(key, head.subarray(0, saltBytes), context);
  if (!equalInConstantTime(keys.commitment, head.subarray(saltBytes, headBytes))) return null;
  return { openChunk: (index, sealed) => openChunkWith(keys, index, sealed), chunkKeys: keys };
}

/** Seals a whole message. */
export function seal(key: Uint8Array, context: Uint8Array, plaintext: Uint8Array): Buffer {
  return sealWithSalt(key, context, plaintext, randomBytes(saltBytes));
}

/** {@link seal} with a given salt: for known answers only, since a repeated salt repeats the keystream. */
export function sealWithSalt(key: Uint8Array, context: Uint8Array, plaintext: Uint8Array, salt: Uint8Array): Buffer {
  const out = Buffer.allocUnsafe(sealedLength(plaintext.length));
  sealInto(startSealing(key, context, salt), plaintext, out, 0);
  return out;
}

/** A whole message into `out` at `at`, where {@link sealedLength} bytes must be. */
export function sealInto(sealer: ChunkSealer, plaintext: Uint8Array, out: Buffer, at: number): void {
  let end = at + sealer.head.copy(out, at);
  const chunks = Math.floor(plaintext.length / chunkBytes) + 1;
  for (let index = 0; index < chunks; index += 1)
    end += sealer.sealChunkInto(index, plaintext.subarray(index * chunkBytes, (index + 1) * chunkBytes), out, end);
}

/** Opens a whole message; `null` when it is damaged, cut, extended, or belongs to another key or context. Never throws for bad input. */
export function unseal(key: Uint8Array, context: Uint8Array, message: Uint8Array): Buffer | null {
  if (message.length < headBytes + tagBytes) return null;
  const opener = startOpening(key, context, message.subarray(0, headBytes));
  if (!opener) return null;
  const lastStart = Math.floor((message.length - headBytes) / sealedChunkBytes) * sealedChunkBytes + headBytes;
  const plain = Buffer.allocUnsafe(message.length - headBytes - tagBytes * (Math.floor((message.length - headBytes) / sealedChunkBytes) + 1));
  for (let at = headBytes, index = 0; at <= lastStart; at += sealedChunkBytes, index += 1) {
    const piece = opener.openChunk(index, message.subarray(at, at + sealedChunkBytes));
    if (!piece) return null;
    piece.copy(plain, index * chunkBytes);
  }
  return plain;
}
