import { sha256Hex } from '#main/crypto/digests.ts';
import type { ReadableCase } from '#main/usecases/ports.ts';
import type { DerivedBlob } from '#shared/domain/evidence/evidence-item.ts';
import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';

/** Reads sealed blobs of the open case: the one method of {@link ReadableCase} that a dossier needs. */
export type BlobReader = Pick<ReadableCase, 'readBlob'>;

/** The re-encoded picture or extracted text that stands for an exhibit outside the case. `file` is its name inside a package. */
export type ExhibitCopy = {
  readonly label: string;
  readonly file: string;
  readonly mime: 'image/png' | 'image/jpeg' | 'text/plain';
  readonly bytes: Uint8Array;
};

const largestCopy = 64 * 1024 * 1024;

/**
 * Reads the copies of every exhibit of the dossier and checks each against the digest in the record. Refused `case-damaged`
 * when one does not match; a picture that is neither PNG nor JPEG by its first bytes is no re-encoded copy, and is damage too.
 */
export async function readExhibitCopies(dossier: RedactedDossier, from: BlobReader): Promise<Reply<readonly ExhibitCopy[]>> {
  const copies: ExhibitCopy[] = [];
  for (const { label, picture, text } of dossier.exhibits) {
    const number = `E${label.slice(1).padStart(4, '0')}`;
    if (picture) {
      const read = await readWhole(picture.figure, from);
      if (!read.ok) return read;
      const mime = pictureMime(read.value);
      if (mime === null) return refused({ kind: 'case-damaged', part: 'blob' });
      copies.push({ label, file: `exhibits/${number}.${mime === 'image/png' ? 'png' : 'jpg'}`, mime, bytes: read.value });
    }
    if (text) {
      const read = await readWhole(text, from);
      if (!read.ok) return read;
      copies.push({ label, file: `exhibits/${number}.txt`, mime: 'text/plain', bytes: read.value });
    }
  }
  return done(copies);
}

async function readWhole({ blob, bytes, sha256 }: DerivedBlob, from: BlobReader): Promise<Reply<Uint8Array>> {
  if (bytes > largestCopy) return refused({ kind: 'case-damaged', part: 'blob' });
  const read = await from.readBlob(blob, 0, bytes);
  if (!read.ok) return read;
  return read.value.length === bytes && sha256Hex(read.value) === sha256 ? read : refused({ kind: 'case-damaged', part: 'blob' });
}

function pictureMime(bytes: Uint8Array): 'image/png' | 'image/jpeg' | null {
  const starts = (...signature: readonly number[]) => signature.every((byte, index) => bytes[index] === byte);
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  return starts(0xff, 0xd8, 0xff) ? 'image/jpeg' : null;
}
