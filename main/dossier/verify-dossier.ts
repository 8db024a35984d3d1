import { lstat, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { startSha256 } from '#main/crypto/digests.ts';
import type { Progress } from '#main/usecases/ports/progress.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { type CarriedCustody, type CarriedFinding, checkCarriedCustody } from './custody/check-carried-custody.ts';
import { minisignKey, verifyMinisignature } from './minisign.ts';
import { keyName, manifestName, minisignatureName, minisignKeyName, signatureName, signersName } from './package-files.ts';
import { listFolder, openPlain, printable, readSmall } from './read-folder.ts';
import { allowedSigners, fingerprint, publicKeyLine, verifySshsig } from './sshsig.ts';

/** One thing wrong with an exported dossier. `file` is its path in the folder, safe to print: ASCII, other characters written out. */
export type DossierFinding = { readonly code: DossierFindingCode; readonly file: string };
export type DossierFindingCode =
  | 'changed'
  | 'missing'
  | 'added'
  | 'unreadable'
  /** A link, device or socket: never followed and never opened. */
  | 'not-a-file'
  | 'manifest-malformed'
  | 'signature-missing'
  | 'signature-wrong'
  /** The key files name another key than the one that signed. */
  | 'key-differs'
  | 'too-many-files'
  | CarriedFinding['code'];
export type DossierVerification = {
  readonly sound: boolean;
  readonly findings: readonly DossierFinding[];
  readonly files: number;
  readonly bytes: number;
  /** Fingerprint of the key that signed, as `ssh-keygen -l` prints it; null when no signature holds. */
  readonly signedBy: string | null;
  /** What the proofs of custody in it show; null when it carries none. */
  readonly custody: CarriedCustody | null;
};

const longestManifest = 32 * 1024 * 1024;
const longestSignature = 64 * 1024;

/** Whether a folder looks like an exported dossier: it has a manifest, or the signature of one. */
export async function isDossierFolder(folder: string): Promise<boolean> {
  const found = await Promise.all(
    [manifestName, signatureName].map((name) =>
      lstat(join(folder, name)).then(
        (entry) => entry.isFile(),
        () => false,
      ),
    ),
  );
  return found.includes(true);
}

/**
 * Checks an exported dossier without the case: every byte of every file, nothing missing, nothing added, and the signature over
 * the manifest. Whatever lies in the folder is a finding, never an exception; links are not followed. Refused only
 * `not-found` when `given` is no folder, and `cancelled`.
 */
export async function verifyDossier(given: string, report: Progress): Promise<Reply<DossierVerification>> {
  const folder = await realpath(given).catch(() => given);
  const findings: DossierFinding[] = [];
  const there = await listFolder(folder, (finding) => findings.push(finding));
  if (there === null) return refused({ kind: 'not-found', what: 'folder', id: '' });
  const manifest = await readSmall(folder, manifestName, longestManifest);
  const listed = manifest ? parseManifest(manifest, findings) : new Map<string, string>();
  if (!manifest) findings.push({ code: there.has(manifestName) ? 'unreadable' : 'missing', file: manifestName });

  let [files, bytes] = [0, 0];
  for (const [path, digest] of listed) {
    if (report.cancelled()) return refused({ kind: 'cancelled' });
    report.step('verifying', files, listed.size);
    const kind = there.get(path);
    const found = kind === 'file' ? await digestOf(folder, path, report) : null;
    if (found?.cancelled) return refused({ kind: 'cancelled' });
    if (kind === undefined) findings.push({ code: 'missing', file: printable(path) });
    else if (kind === 'file' && !found) findings.push({ code: 'unreadable', file: printable(path) });
    else if (found && found.hex !== digest) findings.push({ code: 'changed', file: printable(path) });
    files += 1;
    bytes += found?.bytes ?? 0;
  }
  report.step('verifying', files, listed.size);
  for (const [path, kind] of there) {
    const expected = listed.has(path) || [manifestName, signatureName, minisignatureName].includes(path);
    if (kind === 'file' && !expected) findings.push({ code: 'added', file: printable(path) });
  }
  for (const required of [signersName, keyName, minisignKeyName]) if (manifest && !listed.has(required)) findings.push({ code: 'missing', file: required });
  const custody = await checkCarriedCustody(folder, [...listed.keys()], (finding) => findings.push(finding));
  const signedBy = await checkSignature(folder, there, manifest, findings);
  findings.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  return done({ sound: findings.length === 0, findings, files, bytes, signedBy, custody });
}

async function checkSignature(
  folder: string,
  there: ReadonlyMap<string, 'file' | 'other'>,
  manifest: Uint8Array | null,
  findings: DossierFinding[],
): Promise<string | null> {
  const signature = await readSmall(folder, signatureName, longestSignature);
  if (!signature) {
    findings.push({ code: there.has(signatureName) ? 'signature-wrong' : 'signature-missing', file: signatureName });
    return null;
  }
  const key = manifest && verifySshsig(Buffer.from(signature).toString('latin1'), manifest);
  if (!key) {
    findings.push({ code: 'signature-wrong', file: signatureName });
    return null;
  }
  for (const [name, expected] of [
    [signersName, allowedSigners(key)],
    [keyName, publicKeyLine(key)],
    [minisignKeyName, minisignKey(key)],
  ] as const) {
    const file = await readSmall(folder, name, longestSignature);
    if (file && Buffer.from(file).toString('latin1') !== expected) findings.push({ code: 'key-differs', file: name });
  }
  const second = await readSmall(folder, minisignatureName, longestSignature);
  if (!second) findings.push({ code: 'signature-missing', file: minisignatureName });
  else if (!verifyMinisignature(Buffer.from(second).toString('latin1'), manifest, manifestName, key))
    findings.push({ code: 'signature-wrong', file: minisignatureName });
  return fingerprint(key);
}

/** Digest by path. A line of any other form, a path that leads out of the folder, or one path twice makes the manifest malformed. */
function parseManifest(bytes: Uint8Array, findings: DossierFinding[]): ReadonlyMap<string, string> {
  const listed = new Map<string, string>();
  const lines = Buffer.from(bytes).toString('latin1').split('\n');
  let wellFormed = lines.pop() === '';
  for (const line of lines) {
    const [, digest, path] = /^([0-9a-f]{64}) {2}([\x21-\x5b\x5d-\x7e]{1,500})$/.exec(line) ?? [];
    const safe = digest && path && !path.split('/').some((part) => part === '' || part === '.' || part === '..');
    if (safe && !listed.has(path) && ![manifestName, signatureName, minisignatureName].includes(path)) listed.set(path, digest);
    else wellFormed = false;
  }
  if (!wellFormed || listed.size === 0) findings.push({ code: 'manifest-malformed', file: manifestName });
  return listed;
}

type Digest = { readonly hex: string; readonly bytes: number; readonly cancelled: boolean };

async function digestOf(folder: string, path: string, report: Progress): Promise<Digest | null> {
  const file = await openPlain(join(folder, path));
  if (!file) return null;
  try {
    const digest = startSha256();
    const piece = Buffer.alloc(1024 * 1024);
    let bytes = 0;
    for (let read = -1; read !== 0 && !report.cancelled(); ) {
      read = (await file.read(piece, 0, piece.length, null)).bytesRead;
      digest.update(piece.subarray(0, read));
      bytes += read;
    }
    return { hex: digest.finish().hex, bytes, cancelled: report.cancelled() };
  } catch {
    return null;
  } finally {
    await file.close();
  }
}
