import { addSource } from '#shared/domain/source/add-source.ts';
import { commitNew } from '../commit-edit.ts';
import type { CommandUse } from '../handler.ts';

export const addNewSource: CommandUse<'sources/add'> = (desk, input) => commitNew(desk, 'sources', (record, facts) => addSource(record, input, facts));
