import { recordCustody } from '#shared/domain/custody/record-custody.ts';
import { applyRedactions } from '#shared/dossier/apply-redactions.ts';
import { composeDossier } from '#shared/dossier/compose-dossier.ts';
import { dossierExportReason } from '#shared/dossier/describe-custody.ts';
import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import { refuseUncited } from '#shared/dossier/uncited.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import type { CommandUse } from '../handler.ts';
import { stateOf } from '../job-state.ts';
import type { Desk, StoredFile } from '../ports.ts';
import { type PlanWishes, planOf } from './plan-of.ts';

/** Plan, citations, redaction gate, files; then custody says which items left the case and under which profile. */
export const exportDossier: CommandUse<'dossiers/export'> = async (desk, input) => {
  if (input.to.from === 'ticket') return refused({ kind: 'invalid-input', where: 'to', reason: 'a folder chosen in the dialog' });
  // An export that cannot be written to the custody log must not happen.
  if (desk.openCase.readOnly) return refused({ kind: 'read-only' });
  const dossier = gateDossier(desk, input);
  if (!dossier.ok) return dossier;
  const job = desk.jobs.start(input.jobId);
  const files = await desk.dossiers.write(dossier.value, input.to.path, input.formats, job);
  const noted = files.ok ? await noteExport(desk, dossier.value, files.value) : files;
  job.end(stateOf(noted));
  if (!noted.ok) return noted;
  const { exhibits, claims, withheld } = dossier.value;
  return done({
    folder: input.to.path,
    files: noted.value.map((file) => ({ ...file })),
    withheld: withheld.length,
    exhibits: exhibits.length,
    claims: claims.length,
  });
};

function gateDossier(desk: Desk, wishes: PlanWishes): Reply<RedactedDossier> {
  const record = desk.openCase.record();
  const plan = planOf(record, wishes);
  if (!plan.ok) return plan;
  const composed = refuseUncited(composeDossier(record, plan.value, plan.value.profile));
  return composed.ok ? done(applyRedactions(composed.value)) : composed;
}

async function noteExport(desk: Desk, dossier: RedactedDossier, files: readonly StoredFile[]): Promise<Reply<readonly StoredFile[]>> {
  const ids = dossier.exhibits.map((exhibit) => exhibit.id);
  if (ids.length === 0) return done(files);
  const reason = dossierExportReason(dossier.profile);
  const noted = await desk.openCase.commit((record) => recordCustody(record, 'export-dossier', 'exported', ids, reason), { undoable: false });
  return noted.ok ? done(files) : noted;
}
