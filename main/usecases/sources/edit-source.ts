import { editSource } from '#shared/domain/source/edit-source.ts';
import { commitEdit } from '../commit-edit.ts';
import type { CommandUse } from '../handler.ts';

export const editKnownSource: CommandUse<'sources/edit'> = (desk, { id, ...changes }) => commitEdit(desk, (record) => editSource(record, id, changes));
