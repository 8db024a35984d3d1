import { objectsOf } from '#shared/domain/case/objects-of.ts';
import { done, refused } from '#shared/kernel/reply.ts';
import type { CommandUse } from '../handler.ts';
import { stateOf } from '../job-state.ts';

/** Signs the log as it is and writes it: whole, or the entries of some items with their proofs. */
export const exportCustody: CommandUse<'custody/export'> = async (desk, { jobId, evidenceIds, proofs, as, to }) => {
  if (to.from === 'ticket') return refused({ kind: 'invalid-input', where: 'to', reason: 'a folder chosen in the dialog' });
  const seqs = evidenceIds === undefined ? null : seqsOf(objectsOf(desk.openCase.record().custody), new Set<string>(evidenceIds));
  if (seqs?.length === 0) return refused({ kind: 'not-found', what: 'evidence', id: evidenceIds?.[0] ?? '' });
  const proven = await desk.openCase.custody.prove({ seqs, fresh: true, proofs: seqs !== null || proofs === true, as });
  if (!proven.ok) return proven;
  const job = desk.jobs.start(jobId);
  const files = await desk.dossiers.writeCustody(proven.value, to.path, job);
  job.end(stateOf(files));
  if (!files.ok) return files;
  return done({ folder: to.path, files: files.value.length, entries: proven.value.entries.length, checkpoint: proven.value.checkpoint });
};

function seqsOf(entries: readonly { readonly seq: number; readonly evidenceId: string | null }[], ids: ReadonlySet<string>): readonly number[] {
  return entries.flatMap(({ seq, evidenceId }) => (evidenceId !== null && ids.has(evidenceId) ? [seq] : [])).sort((a, b) => a - b);
}
