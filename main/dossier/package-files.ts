import type { CustodyProof } from '#main/usecases/ports/custody.ts';
import type { Progress } from '#main/usecases/ports/progress.ts';
import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { custodyFiles, custodyFolder } from './custody/custody-files.ts';
import { dossierData } from './formats/dossier-data.ts';
import { type BlobReader, type ExhibitCopy, exhibitCopies } from './formats/exhibit-copies.ts';
import { exhibitOriginals } from './formats/exhibit-originals.ts';
import type { DossierFormat } from './formats/format.ts';
import { minisignature, minisignKey } from './minisign.ts';
import { type PackageFile, wholeFile } from './package-file.ts';
import { readMe } from './read-me.ts';
import { allowedSigners, publicKeyLine, type Signer, signSshsig } from './sshsig.ts';
import { verifyDossierScript } from './verify-dossier-script.ts';
import { verifyPage } from './verify-page.ts';
import type { WrittenFiles } from './written-files.ts';

export const manifestName = 'manifest-sha256.txt';
export const signatureName = `${manifestName}.sig`;
export const signersName = 'allowed_signers';
export const keyName = 'signing-key.pub';
/** A second signature by the same key, for those who have minisign. */
export const minisignatureName = `${manifestName}.minisig`;
export const minisignKeyName = 'minisign.pub';
const verifyPageName = 'verify.html';
const verifyScriptName = 'verify.sh';

/** Everything a package holds, file by file: the data, the copies of the exhibits, the formats asked for, keys, manifest and signature. */
export async function* packageFiles(
  dossier: RedactedDossier,
  openCase: BlobReader & Signer,
  formats: readonly DossierFormat[],
  report: Progress,
  custody: CustodyProof | null,
  written: WrittenFiles,
): AsyncIterable<Reply<PackageFile>> {
  const copies = exhibitCopies(dossier, openCase);
  const parts = formats.length + 2;
  const part = (index: number) => (fraction: number) => report.step('composing', Math.round((index + fraction) * thousand), parts * thousand);
  part(0)(0);
  yield done(wholeFile('dossier.json', dossierData(dossier, copies)));
  yield* copiedExhibits(copies, part(0));
  for (const { path, pieces } of custody ? custodyFiles(custody) : []) yield done({ path: `${custodyFolder}${path}`, pieces });
  for (const [index, format] of formats.entries()) {
    const come = part(index + 1);
    come(0);
    yield* format.files(dossier, copies, {
      cancelled: report.cancelled,
      step: (now, total) => come(total > 0 ? now / total : 0),
      written,
      originals: exhibitOriginals(dossier, openCase),
      signer: openCase,
    });
    if (report.cancelled()) {
      yield refused({ kind: 'cancelled' });
      return;
    }
  }
  part(parts - 1)(0);
  yield* seals(dossier, written, openCase);
  part(parts)(0);
}

/** Names of every file but the proofs of custody. */
export function namesOfFiles(dossier: RedactedDossier, openCase: BlobReader, formats: readonly DossierFormat[]): readonly string[] {
  const copies = exhibitCopies(dossier, openCase);
  let named: readonly string[] = ['dossier.json', ...copies.map(({ file }) => file)];
  for (const format of formats) named = [...named, ...format.names(dossier, copies, named)];
  return [
    ...named,
    'README.txt',
    ...[signersName, keyName, minisignKeyName, verifyPageName, verifyScriptName, manifestName, signatureName, minisignatureName],
  ].sort();
}

const thousand = 1_000;

async function* copiedExhibits(copies: readonly ExhibitCopy[], come: (fraction: number) => void): AsyncIterable<Reply<PackageFile>> {
  for (const [index, { file, read }] of copies.entries()) {
    const bytes = await read();
    yield bytes.ok ? done(wholeFile(file, bytes.value)) : bytes;
    come((index + 1) / copies.length);
  }
}

async function* seals(dossier: RedactedDossier, written: WrittenFiles, signer: Signer): AsyncIterable<Reply<PackageFile>> {
  const key = signer.publicKey();
  const names = written.list().map(({ path }) => path);
  yield done(wholeFile('README.txt', readMe(dossier, names, key)));
  yield done(wholeFile(signersName, allowedSigners(key)));
  yield done(wholeFile(keyName, publicKeyLine(key)));
  yield done(wholeFile(minisignKeyName, minisignKey(key)));
  yield done(wholeFile(verifyPageName, verifyPage()));
  yield done(wholeFile(verifyScriptName, verifyDossierScript));
  const listed = written.list().toSorted((a, b) => (a.path < b.path ? -1 : 1));
  // The form of sha256sum(1): digest, two spaces, name. Names are ASCII without `\\`, which that form would have to escape.
  const manifest = listed.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('');
  yield done(wholeFile(manifestName, manifest));
  const signed = new TextEncoder().encode(manifest);
  yield done(wholeFile(signatureName, signSshsig(signed, signer)));
  yield done(wholeFile(minisignatureName, minisignature(signed, manifestName, signer)));
}
