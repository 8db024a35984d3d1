import { rekeyCase } from '#main/casestore/rekey-case.ts';
import { repairCase } from '#main/casestore/repair-case.ts';
import type { Progress } from '#main/usecases/ports/progress.ts';
import { KeyLabelSchema, OfferedSecretSchema } from '#shared/contract/keys.ts';
import type { AnewRequest, UnlockProgress, UnlockReply } from '#shared/contract/unlock.ts';
import { refused } from '#shared/kernel/reply.ts';
import { secretOf } from './manage-keys.ts';
import type { TakeTicket } from './redeem-tickets.ts';
import type { Surroundings } from './surroundings.ts';

/** Progress of one request, told at most ten times a second, and its end. */
export type AnewProgress = Progress & { readonly cancel: () => void };
const quietMs = 100;

export function anewProgress(tell: (progress: UnlockProgress) => void): AnewProgress {
  let cancelled = false;
  let toldAt = Number.NEGATIVE_INFINITY;
  return {
    cancelled: () => cancelled,
    cancel: () => {
      cancelled = true;
    },
    step: (phase, done, total) => {
      if (total <= 0 || performance.now() - toldAt < quietMs) return;
      toldAt = performance.now();
      tell({ phase, done, total });
    },
  };
}

/** The folder of this process, written anew into the one behind the ticket; neither is opened. Refuses what repairing and re-keying do. */
export async function writeAnew(folder: string, request: AnewRequest, take: TakeTicket, around: Surroundings, progress: AnewProgress): Promise<UnlockReply> {
  const secret = OfferedSecretSchema.safeParse(request.secret);
  if (!secret.success) return refused({ kind: 'invalid-input', where: 'secret', reason: 'a secret that opens this case' });
  const into = await take(request.into);
  if (into === null) return refused({ kind: 'invalid-input', where: 'into', reason: 'a folder chosen in a dialog just now' });
  const { facts, anchors, kdf } = around;
  if (request.ask === 'repair') {
    const repaired = await repairCase(folder, into, secretOf(secret.data), { header: null, facts, anchors, report: progress });
    return repaired.ok ? { ok: true, recoveryWords: null, repaired: repaired.value } : repaired;
  }
  const label = KeyLabelSchema.safeParse(request.label);
  if (!label.success) return refused({ kind: 'invalid-input', where: 'label', reason: 'one short line of plain text' });
  const wishes = { passphrase: request.newPassphrase, label: label.data, ...(kdf ? { kdf } : {}) };
  const made = await rekeyCase(folder, into, secretOf(secret.data), wishes, facts, progress);
  return made.ok ? { ok: true, recoveryWords: made.value.recoveryWords } : made;
}
