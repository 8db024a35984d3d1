import { useState } from 'react';
import type { BoardNode } from '#shared/contract/boards.ts';
import type { Board } from '#shared/domain/board/board.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { boardWords } from '#shared/wording/english/views/board-words.ts';
import { sayDone } from '../../bridge/say-done.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Button } from '../../components/button/button.tsx';
import { Dialog } from '../../components/dialog/dialog.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import { boardDesk, changeBoard, placesOf, takeBoard } from './board-desk.ts';

const words = boardWords.save;
type SaveProps = { readonly board: Board | null; readonly shown: readonly BoardNode[]; readonly onClose: () => void };

/** Keeps the board in the case: what stands on it, where, what is pinned and what is hidden. */
export function SaveBoard({ board, shown, onClose }: SaveProps) {
  const [title, setTitle] = useState(board?.title ?? '');
  const save = useCommand('boards/save');
  const remove = useCommand('boards/remove');

  async function saveIt(): Promise<void> {
    if (title.trim() === '') return;
    const desk = boardDesk.get();
    const places = placesOf(
      shown.map((node) => node.id),
      desk,
    );
    const ids = desk.ids === null ? null : (desk.ids as ObjectId[]);
    const reply = await save.run({ ...(board && { id: board.id }), title, ids, places, filter: desk.filter });
    if (!reply.ok) return;
    changeBoard({ boardId: reply.value.id });
    sayDone(words.done);
    onClose();
  }

  async function removeIt(): Promise<void> {
    if (!board) return;
    const reply = await remove.run({ id: board.id });
    if (!reply.ok) return;
    takeBoard(null);
    sayDone(words.removed, 'plain');
    onClose();
  }

  return (
    <Dialog
      title={words.title}
      open
      size="small"
      onClose={onClose}
      actions={
        <>
          {board && (
            <Button tone="danger" busy={remove.busy} onPress={() => void removeIt()}>
              {words.remove}
            </Button>
          )}
          <Button onPress={onClose}>{boardWords.cancel}</Button>
          <Button tone="primary" busy={save.busy} disabled={title.trim() === ''} onPress={() => void saveIt()}>
            {words.action}
          </Button>
        </>
      }
    >
      <TextField label={words.name} value={title} onChange={setTitle} onEnter={() => void saveIt()} autoFocus />
    </Dialog>
  );
}
