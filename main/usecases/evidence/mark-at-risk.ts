import { markAtRisk } from '#shared/domain/evidence/mark-at-risk.ts';
import { commitEdit } from '../commit-edit.ts';
import type { CommandUse } from '../handler.ts';

export const markEvidenceAtRisk: CommandUse<'evidence/mark-at-risk'> = (desk, { id, marks, legalBasis }) =>
  commitEdit(desk, (record) => markAtRisk(record, id, marks, legalBasis));
