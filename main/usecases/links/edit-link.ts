import { editLink } from '#shared/domain/link/edit-link.ts';
import { commitEdit } from '../commit-edit.ts';
import type { CommandUse } from '../handler.ts';

export const editKnownLink: CommandUse<'links/edit'> = (desk, { id, ...changes }) => commitEdit(desk, (record) => editLink(record, id, changes));
