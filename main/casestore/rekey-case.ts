import { resolve } from 'node:path';
import { type CaseFile, openCaseFile } from '#main/casefile/case-file.ts';
import { liesInside, stateOfPlace, writeNewFolder } from '#main/casefile/copy-place.ts';
import { createCaseFile } from '#main/casefile/create-case-file.ts';
import { errorCode, type FileSystem, realFileSystem } from '#main/casefile/file-system.ts';
import { readHeaderCopies } from '#main/casefile/header-copies.ts';
import { lockCase } from '#main/casefile/lock.ts';
import type { LabelledSecret } from '#main/casefile/unlocking.ts';
import { isDiskError, writeProblem } from '#main/casefile/write-problem.ts';
import type { KdfCost } from '#main/crypto/argon2id.ts';
import { calibratedKdfCost, costlierKdf } from '#main/crypto/calibrate-kdf.ts';
import { randomBytes } from '#main/crypto/random.ts';
import { recoveryWords } from '#main/crypto/recovery-code.ts';
import type { Facts } from '#main/usecases/ports/facts.ts';
import type { Progress } from '#main/usecases/ports/progress.ts';
import { countOf } from '#shared/domain/case/objects-of.ts';
import { recordCaseAct } from '#shared/domain/custody/record-case-act.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { type CaseSecret, slotSecret } from './case-secret.ts';
import { citedBlobs } from './cited-blobs.ts';
import { type OpenCase, openRecord } from './open-case.ts';
import { bodiesOf, type RenamedBlobs, renamedLines } from './rekeyed-lines.ts';
import { resealBlobs } from './reseal-blobs.ts';

/** `passphrase` is UTF-8 of NFC; `kdf` for tests: otherwise it is measured on this machine, and never less than the old case has. */
export type RekeyWishes = { readonly passphrase: Uint8Array; readonly label: string; readonly kdf?: KdfCost };
export type Rekeyed = {
  readonly folder: string;
  readonly recoveryWords: readonly string[];
  readonly blobs: number;
  readonly blobBytes: number;
  readonly custody: number;
  /** What a guess of a passphrase cost, and costs now. */
  readonly cost: { readonly before: KdfCost; readonly now: KdfCost };
};

/**
 * Writes the case anew into another folder, sealed under a fresh case key and id: the same record, custody log, analysts' keys and
 * bytes, compared one by one before it answers, with one passphrase and a new recovery code. What nothing refers to is not carried
 * over. The old folder is held against other writers and not changed. Refuses what opening refuses, `verification-failed` when the
 * old case is not sound, `invalid-input` at `to`, `folder-not-empty`, `write-failed`, `cancelled`.
 */
export async function rekeyCase(from: string, to: string, secret: CaseSecret, wishes: RekeyWishes, facts: Facts, report: Progress): Promise<Reply<Rekeyed>> {
  const files = realFileSystem(resolve(from));
  const place = resolve(to);
  if (liesInside(from, place)) return refused({ kind: 'invalid-input', where: 'to', reason: 'a place outside the case folder' });
  const offered = await slotSecret(secret, files);
  if (!offered.ok) return offered;
  const copies = readHeaderCopies(files);
  if (!copies.ok) return copies;
  const attempt = await lockCase(files, copies.value.whole[0].header.caseId);
  if (attempt.state === 'in-use') return refused({ kind: 'case-in-use' });
  try {
    const file = await openCaseFile(files, offered.value, 'read');
    if (!file.ok) return file;
    const old = await openRecord(file.value, resolve(from), facts);
    if (!old.ok) return old;
    try {
      return await rekeyOpen(old.value, file.value, place, wishes, facts, report);
    } finally {
      await old.value.abandon();
    }
  } finally {
    if (attempt.state === 'held') await attempt.lock.release();
  }
}

async function rekeyOpen(old: OpenCase, file: CaseFile, to: string, wishes: RekeyWishes, facts: Facts, report: Progress): Promise<Reply<Rekeyed>> {
  const verified = await old.verify(report);
  if (!verified.ok) return verified;
  if (!verified.value.sound)
    return refused({ kind: 'verification-failed', findings: verified.value.findings.filter(({ severity }) => severity !== 'info').length });
  if (report.cancelled()) return refused(cancelled);
  const ring = await file.keyring();
  if (!ring.ok) return ring;
  const before = ring.value.header.cost;
  const cost = { before, now: wishes.kdf ?? costlierKdf(await calibratedKdfCost(), before) };
  const code = randomBytes(32);
  const state = stateOfPlace(to);
  if (state === 'folder' || state === 'file') return refused({ kind: 'folder-not-empty' });
  let problem: Problem = { kind: 'write-failed', reason: 'input-output' };
  try {
    const made = await writeNewFolder(to, async (target) => {
      const written = await writeAnew(old, file, target, to, { ...wishes, kdf: cost.now }, code, facts, report);
      if (written.ok) return written.value;
      problem = written.problem;
      return null;
    });
    return made ? done({ folder: to, recoveryWords: recoveryWords(code), ...made, cost }) : refused(problem);
  } catch (error) {
    if (!isDiskError(error)) throw error;
    if (errorCode(error) === 'EEXIST') return refused({ kind: 'folder-not-empty' });
    return refused(errorCode(error) === 'ENOENT' ? { kind: 'write-failed', reason: 'no-such-folder' } : writeProblem(error));
  }
}

const cancelled: Problem = { kind: 'cancelled' };
type Written = Pick<Rekeyed, 'blobs' | 'blobBytes' | 'custody'>;

async function writeAnew(
  old: OpenCase,
  from: CaseFile,
  target: FileSystem,
  folder: string,
  wishes: Required<RekeyWishes>,
  code: Buffer,
  facts: Facts,
  report: Progress,
): Promise<Reply<Written>> {
  const secrets: readonly LabelledSecret[] = [
    { kind: 'passphrase', bytes: wishes.passphrase, label: wishes.label },
    { kind: 'recovery', bytes: code },
  ];
  const at = facts.now();
  const [first, ...rest] = bodiesOf(old.lines(), at);
  const made = await createCaseFile(target, secrets, wishes.kdf, Date.parse(at), first);
  if (!made.ok) return made;
  const proof = { kind: 'case-key', bytes: made.value.caseKey } as const;
  const fresh = await openCaseFile(target, proof, 'write');
  if (!fresh.ok) return fresh;
  const names = await resealBlobs(from.blobs, fresh.value.blobs, citedBlobs(old.record()), report);
  const problem = report.cancelled() ? cancelled : names.ok ? appendAll(fresh.value, rest, names.value.renamed) : names.problem;
  if (problem || !names.ok) {
    await fresh.value.abandon();
    return refused(problem ?? { kind: 'write-failed', reason: 'input-output' });
  }
  const closed = await fresh.value.close(renamedLines(old.lines(), names.value.renamed));
  if (!closed.ok) return closed;
  return checkEqual(old, target, folder, secrets, names.value, facts, report);
}

function appendAll(file: CaseFile, bodies: readonly unknown[], renamed: RenamedBlobs): Problem | null {
  for (const body of bodies) {
    const appended = file.append(renamed.inBody(body));
    if (!appended.ok) return appended.problem;
  }
  return null;
}

/** Both secrets open it, every byte is authentic, and with the old names of blobs its lines are those of the old case. */
async function checkEqual(
  old: OpenCase,
  target: FileSystem,
  folder: string,
  secrets: readonly LabelledSecret[],
  names: { readonly renamed: RenamedBlobs; readonly bytes: number },
  facts: Facts,
  report: Progress,
): Promise<Reply<Written>> {
  const broken = refused({ kind: 'write-failed', reason: 'input-output' });
  for (const [index, secret] of secrets.entries()) {
    const file = await openCaseFile(target, secret, index === 0 ? 'write' : 'read');
    if (!file.ok) return file;
    const open = await openRecord(file.value, folder, facts);
    if (!open.ok) return open;
    try {
      if (index > 0) continue;
      const verified = await open.value.verify(report);
      if (!verified.ok) return verified;
      const blobs = verified.value.counts.blobs;
      if (!verified.value.sound || blobs !== names.renamed.count || !sameLines(old.lines(), names.renamed.backInLines(open.value.lines()))) return broken;
      const noted = await open.value.commit(() => recordCaseAct('re-keyed', null), { undoable: false });
      if (!noted.ok) return noted;
      const closed = await open.value.close();
      if (!closed.ok) return closed;
    } finally {
      await open.value.abandon();
    }
  }
  return done({ blobs: names.renamed.count, blobBytes: names.bytes, custody: countOf(old.record().custody) });
}

function sameLines(left: Iterable<string>, right: Iterable<string>): boolean {
  const others = right[Symbol.iterator]();
  for (const line of left) if (others.next().value !== line) return false;
  return others.next().done === true;
}
