import { resolve } from 'node:path';
import { type AnchorPort, noAnchors } from '#main/casefile/anchor.ts';
import { anchorFolder } from '#main/casefile/anchor-folder.ts';
import { type CaseFile, createCaseFile, openCaseFile } from '#main/casefile/case-file.ts';
import { type FileSystem, realFileSystem } from '#main/casefile/file-system.ts';
import type { SlotSecret } from '#main/casefile/key-slots.ts';
import { defaultKdfCost, isKdfCostAllowed, type KdfCost } from '#main/crypto/argon2id.ts';
import { randomBytes } from '#main/crypto/random.ts';
import { recoverySecret, recoveryWords } from '#main/crypto/recovery-code.ts';
import type { Facts } from '#main/usecases/ports.ts';
import type { CaseMeta } from '#shared/domain/case/case-record.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { type OpenCase, openRecord } from './open-case.ts';
import { checkedOp } from './stored-objects.ts';
import type { Transaction } from './transaction.ts';

/** What a new case needs. `anchors` as in {@link openCase}. `passphrase` is UTF-8 of NFC (crypto/passphrase.ts) and may be wiped once the answer is there. */
export type NewCase = { readonly meta: CaseMeta; readonly passphrase: Uint8Array; readonly facts: Facts; readonly kdf?: KdfCost; readonly anchors?: string };
export type CaseSecret = { readonly passphrase: Uint8Array } | { readonly recoveryWords: readonly string[] };
/** `read` takes no lock and writes nothing, so it works beside an open window and on a read-only disk. */
export type OpenMode = 'write' | 'read';

/**
 * Makes a case in `folder`, which must not exist or be empty, and opens it. The 24 words are shown once and kept nowhere.
 * Refuses `folder-not-empty`, `invalid-input`, `write-failed`, `self-test-failed`; leaves nothing behind then.
 */
export async function createCase(folder: string, asked: NewCase): Promise<Reply<{ readonly case: OpenCase; readonly recoveryWords: readonly string[] }>> {
  return createCaseIn(realFileSystem(resolve(folder)), resolve(folder), asked, anchorsIn(asked.anchors));
}

/**
 * Opens the case in `folder`. Refuses `wrong-passphrase`, `wrong-recovery-code`, `case-in-use`, `not-a-case`, `newer-format`,
 * `case-damaged`, `unreadable-file`, `self-test-failed`. A folder that cannot be written opens with `readOnly` set.
 * `anchors` is a folder outside every case in which this computer remembers how far it has seen each; without it nothing is compared.
 */
export async function openCase(folder: string, secret: CaseSecret, facts: Facts, mode: OpenMode = 'write', anchors?: string): Promise<Reply<OpenCase>> {
  return openCaseIn(realFileSystem(resolve(folder)), resolve(folder), secret, facts, mode, anchorsIn(anchors));
}

/** Opens the case by its recovery code and gives it a new passphrase; every old passphrase stops working, the code stays. */
export async function recoverCase(
  folder: string,
  words: readonly string[],
  newPassphrase: Uint8Array,
  facts: Facts,
  anchors?: string,
): Promise<Reply<OpenCase>> {
  return recoverCaseIn(realFileSystem(resolve(folder)), resolve(folder), words, newPassphrase, facts, anchorsIn(anchors));
}

/** {@link createCase} over another file system; tests cut and fail it. */
export async function createCaseIn(
  files: FileSystem,
  folder: string,
  asked: NewCase,
  anchors: AnchorPort = noAnchors,
): Promise<Reply<{ readonly case: OpenCase; readonly recoveryWords: readonly string[] }>> {
  const cost = asked.kdf ?? defaultKdfCost;
  if (asked.passphrase.length === 0) return refused({ kind: 'invalid-input', where: 'passphrase', reason: 'must not be empty' });
  if (!isKdfCostAllowed(cost)) return refused({ kind: 'invalid-input', where: 'kdf', reason: '64 MiB to 2 GiB, 2 to 64 passes' });
  const code = randomBytes(32);
  const secrets: readonly SlotSecret[] = [
    { kind: 'passphrase', bytes: asked.passphrase },
    { kind: 'recovery', bytes: code },
  ];
  const at = asked.facts.now();
  const first: Transaction = { label: 'open-case', at, ops: [checkedOp({ put: 'meta', id: 'case', value: asked.meta })], custody: [] };
  const made = await createCaseFile(files, secrets, cost, Date.parse(at), first);
  if (!made.ok) return made;
  const file = await openCaseFile(files, { kind: 'case-key', bytes: made.value.caseKey }, 'write', anchors);
  if (!file.ok) return file;
  const opened = await openOrAbandon(file.value, folder, asked.facts);
  return opened.ok ? done({ case: opened.value, recoveryWords: recoveryWords(code) }) : opened;
}

/** {@link openCase} over another file system. */
export async function openCaseIn(
  files: FileSystem,
  folder: string,
  secret: CaseSecret,
  facts: Facts,
  mode: OpenMode,
  anchors: AnchorPort = noAnchors,
): Promise<Reply<OpenCase>> {
  const offered = slotSecret(secret);
  if (!offered) return refused({ kind: 'wrong-recovery-code' });
  const file = await openCaseFile(files, offered, mode, anchors);
  return file.ok ? openOrAbandon(file.value, folder, facts) : file;
}

/** {@link recoverCase} over another file system. */
export async function recoverCaseIn(
  files: FileSystem,
  folder: string,
  words: readonly string[],
  newPassphrase: Uint8Array,
  facts: Facts,
  anchors: AnchorPort = noAnchors,
): Promise<Reply<OpenCase>> {
  if (newPassphrase.length === 0) return refused({ kind: 'invalid-input', where: 'passphrase', reason: 'must not be empty' });
  const proof = slotSecret({ recoveryWords: words });
  if (!proof) return refused({ kind: 'wrong-recovery-code' });
  const file = await openCaseFile(files, proof, 'write', anchors);
  if (!file.ok) return file;
  // The code has proven itself by opening the case; what it opened is proof enough for the rest.
  const replaced = await file.value.replacePassphrase({ kind: 'case-key', bytes: file.value.keys.caseKey }, newPassphrase, Date.parse(facts.now()));
  if (!replaced.ok) {
    await file.value.abandon();
    return replaced;
  }
  return openOrAbandon(file.value, folder, facts);
}

function anchorsIn(folder: string | undefined): AnchorPort {
  return folder === undefined ? noAnchors : anchorFolder(resolve(folder));
}

async function openOrAbandon(file: CaseFile, folder: string, facts: Facts): Promise<Reply<OpenCase>> {
  const opened = await openRecord(file, folder, facts);
  if (!opened.ok) await file.abandon();
  return opened;
}

/** `null` when the words cannot be a recovery code at all: no slot needs to be tried. */
function slotSecret(secret: CaseSecret): SlotSecret | null {
  if ('passphrase' in secret) return { kind: 'passphrase', bytes: secret.passphrase };
  const bytes = recoverySecret(secret.recoveryWords);
  return bytes ? { kind: 'recovery', bytes } : null;
}
