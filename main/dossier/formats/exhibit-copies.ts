import { sha256Hex } from '#main/crypto/digests.ts';
import type { ReadableCase } from '#main/usecases/ports/open-case.ts';
import { isRecording } from '#shared/domain/evidence/check-anchors.ts';
import type { DerivedBlob } from '#shared/domain/evidence/evidence-item.ts';
import type { DossierExhibit } from '#shared/dossier/dossier-content.ts';
import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';

/** Reads sealed blobs of the open case: the one method of {@link ReadableCase} that a dossier needs. */
export type BlobReader = Pick<ReadableCase, 'readBlob'>;

/** The re-encoded picture, redacted recording or extracted text that stands for an exhibit outside the case. `file` is its name inside a package. */
export type ExhibitCopy = {
  readonly label: string;
  readonly file: string;
  readonly mime: keyof typeof signatures;
  readonly size: number;
  readonly sha256: string;
  /** Its bytes, checked against `sha256`; read anew each time, so that no dossier holds all its pictures at once. Refused `case-damaged`. */
  readonly read: () => Promise<Reply<Uint8Array>>;
};
/** A picture that was read. */
export type ReadPicture = Pick<ExhibitCopy, 'label' | 'file' | 'sha256'> & { readonly mime: 'image/png' | 'image/jpeg'; readonly bytes: Uint8Array };

const largestCopy = 64 * 1024 * 1024;

/** The copies of every exhibit of the dossier. Nothing is read yet. */
export function exhibitCopies(dossier: RedactedDossier, from: BlobReader): readonly ExhibitCopy[] {
  return dossier.exhibits.flatMap(({ label, picture, text, recording }) => {
    const number = exhibitNumber(label);
    const copies: ExhibitCopy[] = [];
    if (picture) {
      const mime = picture.figure.mime === 'image/png' ? ('image/png' as const) : ('image/jpeg' as const);
      copies.push(copyOf(label, `exhibits/${number}.${mime === 'image/png' ? 'png' : 'jpg'}`, mime, picture.figure, from));
    }
    if (recording) {
      const mime = recordingTypes.find((one) => one === recording.mime);
      if (mime) copies.push(copyOf(label, `exhibits/${number}.${mime.slice(mime.indexOf('/') + 1)}`, mime, recording, from));
    }
    if (text) copies.push(copyOf(label, `exhibits/${number}.txt`, 'text/plain', text, from));
    return copies;
  });
}

/** `E0001`: as files of an exhibit are called. */
export const exhibitNumber = (label: string) => `E${label.slice(1).padStart(4, '0')}`;

/** All pictures of some exhibits, in memory. */
export async function readPictures(copies: readonly ExhibitCopy[]): Promise<Reply<readonly ReadPicture[]>> {
  const pictures: ReadPicture[] = [];
  for (const { label, file, mime, sha256, read } of copies) {
    if (mime !== 'image/png' && mime !== 'image/jpeg') continue;
    const bytes = await read();
    if (!bytes.ok) return bytes;
    pictures.push({ label, file, mime, sha256, bytes: bytes.value });
  }
  return done(pictures);
}

function copyOf(label: string, file: string, mime: ExhibitCopy['mime'], of: DerivedBlob, from: BlobReader): ExhibitCopy {
  const read = async (): Promise<Reply<Uint8Array>> => {
    if (of.bytes > largestCopy) return refused({ kind: 'case-damaged', part: 'blob' });
    const bytes = await from.readBlob(of.blob, 0, of.bytes);
    if (!bytes.ok) return bytes;
    const whole = bytes.value.length === of.bytes && sha256Hex(bytes.value) === of.sha256;
    // A picture that is not what it says by its first bytes is no re-encoded copy, and is damage too.
    return whole && isOf(mime, bytes.value) ? bytes : refused({ kind: 'case-damaged', part: 'blob' });
  };
  return { label, file, mime, size: of.bytes, sha256: of.sha256, read };
}

const signatures = {
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'image/jpeg': [0xff, 0xd8, 0xff],
  'audio/wav': [0x52, 0x49, 0x46, 0x46],
  'audio/ogg': [0x4f, 0x67, 0x67, 0x53],
  'video/webm': [0x1a, 0x45, 0xdf, 0xa3],
  'text/plain': [],
};
const recordingTypes = ['audio/wav', 'audio/ogg', 'video/webm'] as const;

export function isPictureCopy({ mime }: Pick<ExhibitCopy, 'mime'>): boolean {
  return mime === 'image/png' || mime === 'image/jpeg';
}

/** Where the copy of a recording lies in a package, in words; null for what is no recording. */
export function recordingPlace({ label, mime, recording }: DossierExhibit): string | null {
  if (!isRecording(mime)) return null;
  if (recording === null) return 'not in this package: of sound and video only a redacted copy, made anew, leaves the case';
  return `${exhibitNumber(label)}.${recording.mime.slice(recording.mime.indexOf('/') + 1)} in the folder exhibits of this package`;
}

function isOf(mime: ExhibitCopy['mime'], bytes: Uint8Array): boolean {
  return signatures[mime].every((byte, index) => bytes[index] === byte);
}
