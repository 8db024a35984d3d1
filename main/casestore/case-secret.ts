import type { FileSystem } from '#main/casefile/file-system.ts';
import { readHeaderCopies } from '#main/casefile/header-copies.ts';
import type { SlotSecret } from '#main/casefile/key-slots.ts';
import { joinShares } from '#main/casefile/share.ts';
import { passphraseWithKeyFile } from '#main/crypto/key-file.ts';
import { recoverySecret } from '#main/crypto/recovery-code.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';

/**
 * What a person offers to open a case. `passphrase` is UTF-8 of NFC, `keyFile` the whole content of a file, `recoveryWords` those of
 * the recovery code or of an escrow file, `shares` texts of shares in any order.
 */
export type CaseSecret =
  | { readonly passphrase: Uint8Array; readonly keyFile?: Uint8Array | undefined }
  | { readonly recoveryWords: readonly string[] }
  | { readonly shares: readonly string[] };

/** The one secret that the key derivation is run over; one run for one attempt. Refuses what cannot open any case, before that run. */
export async function slotSecret(secret: CaseSecret, files: FileSystem): Promise<Reply<SlotSecret>> {
  if ('passphrase' in secret) return passphraseSecret(secret.passphrase, secret.keyFile);
  if ('recoveryWords' in secret) {
    const bytes = recoverySecret(secret.recoveryWords);
    return bytes ? done({ kind: 'recovery', bytes }) : refused({ kind: 'wrong-recovery-code' });
  }
  // Shares say for which case they are; its id is not secret.
  const copies = readHeaderCopies(files);
  if (!copies.ok) return copies;
  const joined = await joinShares(secret.shares, copies.value.whole[0].header.caseId);
  return joined.ok ? done({ kind: 'shares', bytes: joined.value }) : joined;
}

/** A passphrase alone, or with its key file. An empty file would add nothing to the passphrase. */
export function passphraseSecret(passphrase: Uint8Array, keyFile: Uint8Array | undefined): Reply<SlotSecret> {
  if (keyFile === undefined) return done({ kind: 'passphrase', bytes: passphrase });
  if (keyFile.length === 0) return refused({ kind: 'invalid-input', where: 'key file', reason: 'must not be empty' });
  return done({ kind: 'key-file', bytes: passphraseWithKeyFile(passphrase, keyFile) });
}
