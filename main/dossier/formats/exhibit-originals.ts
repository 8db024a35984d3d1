import { startSha256 } from '#main/crypto/digests.ts';
import type { DerivedBlob } from '#shared/domain/evidence/evidence-item.ts';
import type { DossierExhibit } from '#shared/dossier/dossier-content.ts';
import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { type BlobReader, exhibitNumber } from './exhibit-copies.ts';

/** The bytes of an exhibit as they were taken in. `file` is its name inside the bag. */
export type ExhibitOriginal = {
  readonly label: string;
  readonly file: string;
  readonly mime: string;
  readonly size: number;
  readonly sha256: DerivedBlob['sha256'];
  /** Piece by piece; ends early at the first that cannot be read, and after the last of bytes that are not those of `sha256`. Then `wrong` says why. */
  readonly pieces: () => AsyncIterable<Uint8Array>;
  readonly wrong: () => Problem | null;
};

const pieceBytes = 1024 * 1024;

/** Kinds that show something and run nothing. Any other gets a name that no program opens by itself: a saved page would reach for the network. */
const endings: { readonly [mime: string]: string } = {
  ...{ 'image/jpeg': 'jpg', 'image/png': 'png', 'image/gif': 'gif', 'image/webp': 'webp', 'image/tiff': 'tif', 'image/heic': 'heic', 'text/plain': 'txt' },
  ...{ 'audio/mpeg': 'mp3', 'audio/wav': 'wav', 'audio/ogg': 'ogg', 'audio/mp4': 'm4a', 'video/mp4': 'mp4', 'video/webm': 'webm', 'video/quicktime': 'mov' },
};

export const originalsFolder = 'originals/';

/** Names of the originals that a dossier hands over, in the order of its exhibits. */
export function originalNames({ exhibits }: RedactedDossier): readonly string[] {
  return exhibits.flatMap((exhibit) => (exhibit.original ? [nameOf(exhibit, exhibit.original)] : []));
}

/** The originals of every exhibit that hands them over. Nothing is read yet. */
export function exhibitOriginals({ exhibits }: RedactedDossier, from: BlobReader): readonly ExhibitOriginal[] {
  return exhibits.flatMap((exhibit) => (exhibit.original ? [originalOf(exhibit, exhibit.original, from)] : []));
}

function originalOf(exhibit: DossierExhibit, { blob, mime, bytes, sha256 }: DerivedBlob, from: BlobReader): ExhibitOriginal {
  let wrong: Problem | null = null;
  return {
    label: exhibit.label,
    file: nameOf(exhibit, exhibit),
    mime,
    size: bytes,
    sha256,
    wrong: () => wrong,
    pieces: async function* () {
      const digest = startSha256();
      for (let at = 0; at < bytes; at += pieceBytes) {
        const piece = await from.readBlob(blob, at, Math.min(pieceBytes, bytes - at));
        if (!piece.ok) {
          wrong = piece.problem;
          return;
        }
        digest.update(piece.value);
        yield piece.value;
      }
      if (digest.finish().hex !== sha256) wrong = { kind: 'case-damaged', part: 'blob' };
    },
  };
}

function nameOf({ label }: DossierExhibit, { mime }: Pick<DerivedBlob, 'mime'>): string {
  return `${originalsFolder}${exhibitNumber(label)}.${endings[mime] ?? 'bin'}`;
}
