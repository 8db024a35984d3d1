import { sha256Hex } from '#main/crypto/digests.ts';
import type { Progress } from '#main/usecases/ports.ts';
import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { dossierData } from './formats/dossier-data.ts';
import { type BlobReader, readExhibitCopies } from './formats/exhibit-copies.ts';
import { writeHtml } from './formats/html/write-html.ts';
import { writePdf } from './formats/pdf/write-pdf.ts';
import { readMe } from './read-me.ts';
import { allowedSigners, publicKeyLine, type Signer, signSshsig } from './sshsig.ts';

/** A file of a package: its path in the folder with `/`, in ASCII, and its bytes. */
export type PackageFile = { readonly path: string; readonly bytes: Uint8Array };

export const manifestName = 'manifest-sha256.txt';
export const signatureName = `${manifestName}.sig`;
export const signersName = 'allowed_signers';
export const keyName = 'signing-key.pub';

/** Everything a package holds, in memory: the formats asked for, the data, the copies of the exhibits, manifest and signature. */
export async function packageFiles(
  dossier: RedactedDossier,
  openCase: BlobReader & Signer,
  formats: readonly ('html' | 'pdf')[],
  report: Progress,
): Promise<Reply<readonly PackageFile[]>> {
  const steps = formats.length + 2;
  report.step('composing', 0, steps);
  const copies = await readExhibitCopies(dossier, openCase);
  if (!copies.ok) return copies;
  const files: PackageFile[] = [
    { path: 'dossier.json', bytes: dossierData(dossier, copies.value) },
    ...copies.value.map(({ file, bytes }) => ({ path: file, bytes })),
  ];
  report.step('composing', 1, steps);
  if (formats.includes('html')) files.push({ path: 'dossier.html', bytes: writeHtml(dossier, copies.value) });
  if (formats.includes('pdf')) {
    const pdf = await writePdf(dossier, copies.value, report.cancelled);
    if (!pdf.ok) return pdf;
    files.push({ path: 'dossier.pdf', bytes: pdf.value });
  }
  if (report.cancelled()) return refused({ kind: 'cancelled' });
  report.step('composing', steps - 1, steps);
  const sealed = sealFiles(dossier, files, openCase);
  report.step('composing', steps, steps);
  return done(sealed);
}

function sealFiles(dossier: RedactedDossier, content: readonly PackageFile[], signer: Signer): readonly PackageFile[] {
  const key = signer.publicKey();
  const names = content.map(({ path }) => path);
  const listed = [
    ...content,
    { path: 'README.txt', bytes: utf8(readMe(dossier, names, key)) },
    { path: signersName, bytes: utf8(allowedSigners(key)) },
    { path: keyName, bytes: utf8(publicKeyLine(key)) },
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
  // The form of sha256sum(1): digest, two spaces, name. Names are ASCII without `\`, which that form would have to escape.
  const manifest = utf8(listed.map(({ path, bytes }) => `${sha256Hex(bytes)}  ${path}\n`).join(''));
  return [...listed, { path: manifestName, bytes: manifest }, { path: signatureName, bytes: utf8(signSshsig(manifest, signer)) }];
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
