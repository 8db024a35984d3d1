import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import type { ExhibitCopy } from './exhibit-copies.ts';

/**
 * The dossier as data, for programs: `dossier.json` of a package and the attachment of the PDF. Names of blobs inside the case
 * are left out, originals too: only the bag holds them; `copy` names the file that stands for an exhibit. UTF-8, two spaces, one line end at the end.
 */
export function dossierData(dossier: RedactedDossier, copies: readonly Pick<ExhibitCopy, 'label' | 'mime' | 'file'>[]): Uint8Array {
  const fileOf = (label: string, kind: 'image' | 'text') => copies.find((copy) => copy.label === label && copy.mime.startsWith(kind))?.file ?? null;
  const recordingOf = (label: string) => copies.find((copy) => copy.label === label && /^(audio|video)/.test(copy.mime))?.file ?? null;
  const exhibits = dossier.exhibits.map(({ picture, text, recording, original: _, ...exhibit }) => ({
    ...exhibit,
    picture: picture && { width: picture.width, height: picture.height, copy: fileOf(exhibit.label, 'image'), copySha256: picture.figure.sha256 },
    recording: recording && { copy: recordingOf(exhibit.label), copySha256: recording.sha256 },
    text: text && { copy: fileOf(exhibit.label, 'text'), copySha256: text.sha256 },
  }));
  return new TextEncoder().encode(`${JSON.stringify({ format: 'corroborate-dossier', version: 1, ...dossier, exhibits }, null, 2)}\n`);
}
