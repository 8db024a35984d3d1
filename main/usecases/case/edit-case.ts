import { editCase } from '#shared/domain/case/edit-case.ts';
import { commitEdit } from '../commit-edit.ts';
import type { CommandUse } from '../handler.ts';

export const editOpenCase: CommandUse<'case/edit'> = (desk, changes) => commitEdit(desk, (record) => editCase(record, changes));
