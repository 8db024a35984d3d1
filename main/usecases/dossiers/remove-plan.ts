import { removeDossierPlan } from '#shared/domain/case/remove-dossier-plan.ts';
import { commitEdit } from '../commit-edit.ts';
import type { CommandUse } from '../handler.ts';

export const removeSavedPlan: CommandUse<'dossiers/remove-plan'> = (desk, { id }) => commitEdit(desk, (record) => removeDossierPlan(record, id));
