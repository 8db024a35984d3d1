import { planDossier } from '#shared/domain/case/plan-dossier.ts';
import { commitNew } from '../commit-edit.ts';
import type { CommandUse } from '../handler.ts';

export const saveDossierPlan: CommandUse<'dossiers/save-plan'> = (desk, input) =>
  commitNew(desk, 'dossiers', (record, facts) => planDossier(record, input, facts));
