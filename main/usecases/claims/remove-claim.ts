import { removeClaim } from '#shared/domain/claim/remove-claim.ts';
import { commitEdit } from '../commit-edit.ts';
import type { CommandUse } from '../handler.ts';

export const removeKnownClaim: CommandUse<'claims/remove'> = (desk, { id }) => commitEdit(desk, (record) => removeClaim(record, id));
