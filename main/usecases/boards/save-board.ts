import { removeBoard, saveBoard } from '#shared/domain/board/save-board.ts';
import { commitEdit, commitNew } from '../commit-edit.ts';
import type { CommandUse } from '../handler.ts';

export const saveKeptBoard: CommandUse<'boards/save'> = (desk, input) => commitNew(desk, 'boards', (record, facts) => saveBoard(record, input, facts));

export const removeKeptBoard: CommandUse<'boards/remove'> = (desk, { id }) => commitEdit(desk, (record) => removeBoard(record, id));
