import { addEntity } from '#shared/domain/entity/add-entity.ts';
import { commitNew } from '../commit-edit.ts';
import type { CommandUse } from '../handler.ts';

export const addNewEntity: CommandUse<'entities/add'> = (desk, input) => commitNew(desk, 'entities', (_record, facts) => addEntity(input, facts));
