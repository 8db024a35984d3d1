import type { BoardNode } from '#shared/contract/boards.ts';
import type { Board } from '#shared/domain/board/board.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { boardWords } from '#shared/wording/english/views/board-words.ts';
import { sayDone } from '../../bridge/say-done.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { NameDialog } from '../../components/name-dialog/name-dialog.tsx';
import { boardDesk, changeBoard, placesOf, takeBoard } from './board-desk.ts';

const words = boardWords.save;
type SaveProps = { readonly board: Board | null; readonly shown: readonly BoardNode[]; readonly onClose: () => void };

/** Keeps the board in the case: what stands on it, where, what is pinned and what is hidden. */
export function SaveBoard({ board, shown, onClose }: SaveProps) {
  const save = useCommand('boards/save');
  const remove = useCommand('boards/remove');

  async function saveIt(title: string): Promise<void> {
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
    <NameDialog
      words={{ ...words, save: words.action }}
      first={board?.title ?? ''}
      saving={save.busy}
      onSave={(title) => void saveIt(title)}
      onRemove={board && (() => void removeIt())}
      removing={remove.busy}
      onClose={onClose}
    />
  );
}
