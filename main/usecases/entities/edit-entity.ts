import { editEntity } from '#shared/domain/entity/edit-entity.ts';
import { commitEdit } from '../commit-edit.ts';
import type { CommandUse } from '../handler.ts';

export const editKnownEntity: CommandUse<'entities/edit'> = (desk, { id, ...changes }) => commitEdit(desk, (record) => editEntity(record, id, changes));
