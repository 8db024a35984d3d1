import { editEvidence } from '#shared/domain/evidence/edit-evidence.ts';
import { commitEdit } from '../commit-edit.ts';
import type { CommandUse } from '../handler.ts';

export const editKnownEvidence: CommandUse<'evidence/edit'> = (desk, { id, ...changes }) => commitEdit(desk, (record) => editEvidence(record, id, changes));
