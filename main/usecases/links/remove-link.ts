import { removeLink } from '#shared/domain/link/remove-link.ts';
import { commitEdit } from '../commit-edit.ts';
import type { CommandUse } from '../handler.ts';

export const removeKnownLink: CommandUse<'links/remove'> = (desk, { id }) => commitEdit(desk, (record) => removeLink(record, id));
