import { resolve } from 'node:path';
import { type AnchorPort, noAnchors } from '#main/casefile/anchor.ts';
import { anchorFolder } from '#main/casefile/anchor-folder.ts';
import { type CaseFile, openCaseFile } from '#main/casefile/case-file.ts';
import { createCaseFile } from '#main/casefile/create-case-file.ts';
import { type FileSystem, realFileSystem } from '#main/casefile/file-system.ts';
import type { LabelledSecret } from '#main/casefile/unlocking.ts';
import { isKdfCostAllowed, type KdfCost } from '#main/crypto/argon2id.ts';
import { calibratedKdfCost } from '#main/crypto/calibrate-kdf.ts';
import { randomBytes } from '#main/crypto/random.ts';
import { recoveryWords } from '#main/crypto/recovery-code.ts';
import type { Facts } from '#main/usecases/ports/facts.ts';
import { KeyLabelSchema } from '#shared/contract/keys.ts';
import type { OtherPassphrases } from '#shared/contract/unlock.ts';
import type { CaseMeta } from '#shared/domain/case/case-record.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { type CaseSecret, slotSecret } from './case-secret.ts';
import { tooShort } from './key-keeping.ts';
import { type OpenCase, openRecord } from './open-case.ts';
import { checkedOp } from './stored-objects.ts';
import type { Transaction } from './transaction.ts';

/** What a new case needs. `kdf` is measured on this machine when it is left out. `anchors` as in {@link openCase}. `passphrase` is UTF-8 of NFC (crypto/passphrase.ts) and may be wiped once the answer is there. */
export type NewCase = { readonly meta: CaseMeta; readonly passphrase: Uint8Array; readonly facts: Facts; readonly kdf?: KdfCost; readonly anchors?: string };
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
 * `branch` opens a branch that is not the trunk, for reading; refused `not-found` when there is none of that id.
 */
export async function openCase(
  folder: string,
  secret: CaseSecret,
  facts: Facts,
  mode: OpenMode = 'write',
  anchors?: string,
  branch?: string,
): Promise<Reply<OpenCase>> {
  return openCaseIn(realFileSystem(resolve(folder)), resolve(folder), secret, facts, branch === undefined ? mode : 'read', anchorsIn(anchors), branch);
}

/**
 * Opens the case by words, of the recovery code or of an escrow, or by shares, and gives it a new passphrase. What becomes of the
 * passphrases there were is said by `others`; see {@link KeyKeeping.setPassphrase}.
 */
export async function recoverCase(
  folder: string,
  secret: CaseSecret,
  newPassphrase: Uint8Array,
  facts: Facts,
  how: { readonly others?: OtherPassphrases | undefined; readonly anchors?: string | undefined } = {},
): Promise<Reply<OpenCase>> {
  return recoverCaseIn(realFileSystem(resolve(folder)), resolve(folder), secret, newPassphrase, facts, how.others, anchorsIn(how.anchors));
}

/** {@link createCase} over another file system; tests cut and fail it. */
export async function createCaseIn(
  files: FileSystem,
  folder: string,
  asked: NewCase,
  anchors: AnchorPort = noAnchors,
): Promise<Reply<{ readonly case: OpenCase; readonly recoveryWords: readonly string[] }>> {
  const short = tooShort(asked.passphrase);
  if (short) return short;
  const cost = asked.kdf ?? (await calibratedKdfCost());
  if (!isKdfCostAllowed(cost)) return refused({ kind: 'invalid-input', where: 'kdf', reason: '64 MiB to 2 GiB, 2 to 64 passes' });
  const code = randomBytes(32);
  const secrets: readonly LabelledSecret[] = [
    { kind: 'passphrase', bytes: asked.passphrase, label: labelOfAnalyst(asked.meta.analysts[0] ?? '') },
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
  branch?: string,
): Promise<Reply<OpenCase>> {
  const offered = await slotSecret(secret, files);
  if (!offered.ok) return offered;
  const file = await openCaseFile(files, offered.value, mode, anchors, branch ?? null);
  return file.ok ? openOrAbandon(file.value, folder, facts) : file;
}

/** {@link recoverCase} over another file system. */
async function recoverCaseIn(
  files: FileSystem,
  folder: string,
  secret: CaseSecret,
  newPassphrase: Uint8Array,
  facts: Facts,
  others?: OtherPassphrases,
  anchors: AnchorPort = noAnchors,
): Promise<Reply<OpenCase>> {
  const opened = tooShort(newPassphrase) ?? (await openCaseIn(files, folder, secret, facts, 'write', anchors));
  if (!opened.ok) return opened;
  // The secret has proven itself by opening the case.
  const set = await opened.value.keys.setPassphrase(newPassphrase, others);
  if (set.ok) return opened;
  await opened.value.abandon();
  return set;
}

/** Whose passphrase the first one is; a name too long for a label is cut at a character. */
function labelOfAnalyst(name: string): string {
  const characters = [...name];
  while (!KeyLabelSchema.safeParse(characters.join('')).success && characters.length > 0) characters.pop();
  return characters.join('').trim();
}

function anchorsIn(folder: string | undefined): AnchorPort {
  return folder === undefined ? noAnchors : anchorFolder(resolve(folder));
}

async function openOrAbandon(file: CaseFile, folder: string, facts: Facts): Promise<Reply<OpenCase>> {
  const opened = await openRecord(file, folder, facts);
  if (!opened.ok) await file.abandon();
  return opened;
}
