import type { AnchorPort } from '#main/casefile/anchor.ts';
import { anchorsOn } from '#main/casefile/anchor-folder.ts';
import { type CaseFile, openCaseFile } from '#main/casefile/case-file.ts';
import { createCaseFile } from '#main/casefile/create-case-file.ts';
import type { FileSystem } from '#main/casefile/file-system.ts';
import { readHeaderCopies } from '#main/casefile/header-copies.ts';
import { keyOfSecret, type SlotSecret } from '#main/casefile/key-slots.ts';
import { type OpenCase, openRecord } from '#main/casestore/open-case.ts';
import { checkedOp } from '#main/casestore/stored-objects.ts';
import { leastKdfCost } from '#main/crypto/argon2id.ts';
import type { Facts } from '#main/usecases/ports/facts.ts';
import { done, type Reply } from '#shared/kernel/reply.ts';
import { anchorsFolder, folderOn } from './recording-file-system.ts';
import { good, sampleMeta, samplePassphrase } from './stored-case.ts';

/** Makes a case on any disk and gives its key, so that thousands of openings need not derive it each time. Without secrets no key is derived at all. */
export async function makeCaseOn(
  files: FileSystem,
  facts: Facts,
  secrets: readonly SlotSecret[] = [{ kind: 'passphrase', bytes: samplePassphrase }],
): Promise<Buffer> {
  const first = { label: 'open-case', at: facts.now(), ops: [checkedOp({ put: 'meta', id: 'case', value: sampleMeta })], custody: [] };
  return good(await createCaseFile(files, secrets, leastKdfCost, 0, first)).caseKey;
}

/** What the computer remembers of cases, on the disk of the case itself, so that every order of writing is in one record. */
export function anchorsBeside(files: FileSystem): AnchorPort {
  return anchorsOn(folderOn(files, anchorsFolder));
}

/** Opens a case on any disk with its key, beside the anchors of the computer. */
export async function openOn(
  files: FileSystem,
  caseKey: Buffer,
  facts: Facts,
  mode: 'read' | 'write' = 'write',
): Promise<Reply<{ readonly open: OpenCase; readonly file: CaseFile }>> {
  const file = await openCaseFile(files, { kind: 'case-key', bytes: caseKey }, mode, anchorsBeside(files));
  if (!file.ok) return file;
  const opened = await openRecord(file.value, '/case', facts);
  if (!opened.ok) {
    await file.value.abandon();
    return opened;
  }
  return done({ open: opened.value, file: file.value });
}

/** A checkpoint now, as the store takes one when the log has grown by eight MiB. */
export function checkpoint(open: OpenCase, file: CaseFile): Reply<null> {
  return file.snapshot(open.lines());
}

/** The key a secret of this case comes to; the salt stays for the life of a case. */
export async function derivedKey(files: FileSystem, secret: SlotSecret): Promise<Buffer> {
  return keyOfSecret(good(readHeaderCopies(files)).whole[0].header, secret);
}

/** Small numbers from a seed (mulberry32), the same on every run. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b_79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
