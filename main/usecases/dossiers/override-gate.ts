import { overrideGate } from '#shared/domain/case/override-gate.ts';
import { commitEdit } from '../commit-edit.ts';
import type { CommandUse } from '../handler.ts';

export const overrideDossierGate: CommandUse<'dossiers/override'> = (desk, { id, evidenceId, reason }) =>
  commitEdit(desk, (record, facts) => overrideGate(record, id, evidenceId, reason, facts));
