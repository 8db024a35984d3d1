import { recordCustody } from '#shared/domain/custody/record-custody.ts';
import { applyRedactions, holdsBack, listWithheld, reviewedBy, underCheckpoint, underCommitments } from '#shared/dossier/apply-redactions.ts';
import { composeDossier } from '#shared/dossier/compose-dossier.ts';
import type { ComposedDossier } from '#shared/dossier/composed-dossier.ts';
import { dossierExportReason } from '#shared/dossier/describe-custody.ts';
import { passGate } from '#shared/dossier/gate.ts';
import { provableCustody } from '#shared/dossier/provable-custody.ts';
import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import { reviewedWords } from '#shared/dossier/reviewed-words.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import type { CommandUse } from '../handler.ts';
import { stateOf } from '../job-state.ts';
import type { CustodyProof } from '../ports/custody.ts';
import type { Desk } from '../ports/desk.ts';
import type { StoredFile } from '../ports/files.ts';
import { type PlanWishes, planOf } from './plan-of.ts';

/** Plan, citations, redaction gate, files; then custody says which items left the case and under which profile. */
export const exportDossier: CommandUse<'dossiers/export'> = async (desk, input) => {
  if (input.to.from === 'ticket') return refused({ kind: 'invalid-input', where: 'to', reason: 'a folder chosen in the dialog' });
  // An export that cannot be written to the custody log must not happen.
  if (desk.openCase.readOnly) return refused({ kind: 'read-only' });
  const gated = gateDossier(desk, input);
  if (!gated.ok) return gated;
  const proven = await proveCustody(desk, gated.value);
  if (!proven.ok) return proven;
  const { dossier, proof } = proven.value;
  const formats = input.formats ?? gated.value.formats ?? desk.formats().flatMap(({ id, usual }) => (usual ? [id] : []));
  const job = desk.jobs.start(input.jobId);
  const files = await desk.dossiers.write(dossier, input.to.path, formats, job, proof);
  const noted = files.ok ? await noteExport(desk, dossier, files.value) : files;
  job.end(stateOf(noted));
  if (!noted.ok) return noted;
  const { exhibits, claims, withheld } = dossier;
  return done({
    folder: input.to.path,
    files: noted.value.map((file) => ({ ...file })),
    withheld: withheld.length,
    exhibits: exhibits.length,
    claims: claims.length,
  });
};

type Gated = { readonly composed: ComposedDossier; readonly redacted: RedactedDossier; readonly formats: readonly string[] | null };

function gateDossier(desk: Desk, wishes: PlanWishes): Reply<Gated> {
  const record = desk.openCase.record();
  const plan = planOf(record, wishes);
  if (!plan.ok) return plan;
  const composed = passGate(composeDossier(record, plan.value, plan.value.profile));
  if (!composed.ok) return composed;
  const redacted = underCommitments(applyRedactions(composed.value), commitments(desk, composed.value));
  const { signOff, formats } = plan.value;
  const review = signOff && signOff.digest === desk.digestOfText(reviewedWords(redacted)) && !holdsBack(composed.value)(signOff.by) ? signOff : null;
  return done({ composed: composed.value, redacted: review ? reviewedBy(redacted, { by: review.by, at: review.at }) : redacted, formats });
}

/**
 * What each withheld exhibit is, committed to under the salt of its first custody entry: that entry's salt goes to a court or in disclosure, who can
 * then show that this exhibit was withheld, and nobody can find out without it.
 */
function commitments(desk: Desk, composed: ComposedDossier): ReadonlyMap<string, string> {
  const { evidence, custody } = desk.openCase.record();
  const entries = Object.values(custody);
  return new Map(
    listWithheld(composed).flatMap(({ label, id }) => {
      const item = evidence[id];
      const first = entries.find(({ evidenceId }) => evidenceId === id);
      return item && first ? [[label, desk.dossiers.commitTo(first.salt, item.sha256)] as const] : [];
    }),
  );
}

/** Proofs of exactly the entries told. A signer whose name is held back in this edition cannot be shown, and nothing is proven then. */
async function proveCustody(
  desk: Desk,
  { composed, redacted }: Gated,
): Promise<Reply<{ readonly dossier: RedactedDossier; readonly proof: CustodyProof | null }>> {
  const seqs = provableCustody(desk.openCase.record(), composed, redacted);
  if (seqs.length === 0) return done({ dossier: redacted, proof: null });
  const proven = await desk.openCase.custody.prove({ seqs, fresh: false, proofs: true });
  if (!proven.ok) return proven;
  const { size, root, words, signatures } = proven.value.checkpoint;
  const signedBy = signatures.map(({ name }) => name);
  if (signedBy.some(holdsBack(composed))) return done({ dossier: redacted, proof: null });
  return done({ dossier: underCheckpoint(redacted, { proven: proven.value.entries.length, size, root, words, signedBy }), proof: proven.value });
}

async function noteExport(desk: Desk, dossier: RedactedDossier, files: readonly StoredFile[]): Promise<Reply<readonly StoredFile[]>> {
  const ids = dossier.exhibits.map((exhibit) => exhibit.id);
  if (ids.length === 0) return done(files);
  const reason = dossierExportReason(dossier.profile);
  const noted = await desk.openCase.commit((record) => recordCustody(record, 'export-dossier', 'exported', ids, reason), { undoable: false });
  return noted.ok ? done(files) : noted;
}
