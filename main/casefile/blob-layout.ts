import { z } from 'zod';
import { base32 } from '#main/crypto/base32.ts';
import { chunkBytes, headBytes, sealedChunkBytes, sealedLength } from '#main/crypto/cobblestone.ts';
import { hmacSha512 } from '#main/crypto/digests.ts';
import { Sha256Schema } from '#shared/domain/fields.ts';
import { type BlobId, BlobIdSchema } from '#shared/kernel/ids.ts';
import { type CaseKeys, sealContext } from './case-keys.ts';
import { padme } from './padme.ts';

/** A blob's plaintext is 4,096 bytes about it, the content, and zeros to a Padmé length. */
export const blobMetaBytes = 4096;
const BlobMetaSchema = z.object({ v: z.literal(1), name: z.string(), mime: z.string(), bytes: z.int().min(0), sha256: Sha256Schema, at: z.string() });
export type BlobMeta = z.infer<typeof BlobMetaSchema>;

/** The name of a blob: keyed, so that nobody without the case can ask whether it holds a known file. */
export function blobIdOf(keys: CaseKeys, contentSha256: Uint8Array): BlobId {
  return BlobIdSchema.parse(base32(hmacSha512(keys['blob-name'], contentSha256).subarray(0, 32)));
}

export function blobFolder(blob: BlobId): string {
  return `blob/${blob.slice(0, 2)}`;
}
export function blobPath(blob: BlobId): string {
  return `${blobFolder(blob)}/${blob}`;
}
/**
 * The name is not part of it: it follows from the digest, which is known only when everything else is sealed. The digest in the first
 * chunk binds a file to its name instead ({@link isNameOf}).
 */
export function blobContext(keys: CaseKeys): Buffer {
  return sealContext('blob', keys.caseId);
}
/** Whether a file with this meta may bear this name. */
export function isNameOf(keys: CaseKeys, blob: BlobId, meta: BlobMeta): boolean {
  return blobIdOf(keys, Buffer.from(meta.sha256, 'hex')) === blob;
}

/** Plaintext bytes of a blob whose content has `contentBytes`, padding included. */
export function blobPlainBytes(contentBytes: number): number {
  return padme(blobMetaBytes + contentBytes);
}
/** Bytes the file of such a blob has; any other size is damage. */
export function blobFileBytes(contentBytes: number): number {
  return sealedLength(blobPlainBytes(contentBytes));
}
/** Where chunk `index` begins in the file. */
export function chunkOffset(index: number): number {
  return headBytes + index * sealedChunkBytes;
}
export function chunkCount(plainBytes: number): number {
  return Math.floor(plainBytes / chunkBytes) + 1;
}

/** The 4,096 bytes; a name that does not fit is cut at a whole character. */
export function encodeBlobMeta(meta: BlobMeta): Buffer {
  const out = Buffer.alloc(blobMetaBytes);
  let name = [...meta.name].slice(0, 1000);
  let json = Buffer.from(JSON.stringify({ ...meta, mime: meta.mime.slice(0, 120), name: name.join('') }));
  while (json.length > blobMetaBytes - 4) {
    name = name.slice(0, Math.floor(name.length * 0.8));
    json = Buffer.from(JSON.stringify({ ...meta, mime: meta.mime.slice(0, 120), name: name.join('') }));
  }
  out.writeUInt32LE(json.length, 0);
  json.copy(out, 4);
  return out;
}

/** `null` when the bytes are not what {@link encodeBlobMeta} writes. */
export function decodeBlobMeta(plain: Buffer): BlobMeta | null {
  if (plain.length < blobMetaBytes) return null;
  const length = plain.readUInt32LE(0);
  if (length > blobMetaBytes - 4) return null;
  try {
    return BlobMetaSchema.parse(JSON.parse(plain.toString('utf8', 4, 4 + length)));
  } catch {
    // Authentic but not understood.
    return null;
  }
}
