import { removeEvidence } from '#shared/domain/evidence/remove-evidence.ts';
import { commitEdit } from '../commit-edit.ts';
import type { CommandUse } from '../handler.ts';

export const removeKnownEvidence: CommandUse<'evidence/remove'> = (desk, { id, reason }) => commitEdit(desk, (record) => removeEvidence(record, id, reason));
