import { Download, Maximize, PanelBottom, Save, Shuffle, ZoomIn, ZoomOut } from 'lucide-react';
import { type RefObject, useState } from 'react';
import type { BoardEdge, BoardNode } from '#shared/contract/boards.ts';
import { boardWords as words } from '#shared/wording/english/views/board-words.ts';
import { useStore } from '../../bridge/store.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { IconButton } from '../../components/icon-button/icon-button.tsx';
import { SelectField } from '../../components/select-field/select-field.tsx';
import type { CanvasHandle } from './board-canvas.tsx';
import { boardDesk, takeBoard } from './board-desk.ts';
import { ExportBoard } from './export-board.tsx';
import { SaveBoard } from './save-board.tsx';

type ToolbarProps = {
  readonly shown: { readonly nodes: readonly BoardNode[]; readonly edges: readonly BoardEdge[] };
  readonly busy: boolean;
  readonly canvas: RefObject<CanvasHandle | null>;
  readonly withTables: boolean;
  readonly onTables: () => void;
  readonly onLayout: () => void;
};

const wholeCase = 'case';
const part = 'part';

/** Which board, how it is seen, and what is done with it. */
export function BoardToolbar({ shown, busy, canvas, withTables, onTables, onLayout }: ToolbarProps) {
  const { boardId, ids } = useStore(boardDesk);
  const boards = useQuery('boards/list', {});
  const [open, setOpen] = useState<'save' | 'export' | null>(null);
  const value = boardId ?? (ids === null ? wholeCase : part);
  const options = [
    { value: wholeCase, label: words.wholeCase },
    ...(value === part ? [{ value: part, label: words.notSaved }] : []),
    ...(boards.value ?? []).map((board) => ({ value: board.id, label: board.title })),
  ];
  return (
    <>
      <div className="board-choice">
        <SelectField
          label={words.boards}
          hideLabel
          value={value}
          options={options}
          onChange={(id) => id !== part && takeBoard(boards.value?.find((board) => board.id === id) ?? null)}
        />
      </div>
      <IconButton icon={Save} label={words.save.button} onPress={() => setOpen('save')} />
      <IconButton icon={Download} label={words.export.button} onPress={() => setOpen('export')} disabled={shown.nodes.length === 0} />
      <IconButton icon={Shuffle} label={busy ? words.layingOut : words.layout} onPress={onLayout} />
      <IconButton icon={ZoomOut} label={words.zoomOut} shortcut="-" onPress={() => canvas.current?.zoom(0.8)} />
      <IconButton icon={ZoomIn} label={words.zoomIn} shortcut="+" onPress={() => canvas.current?.zoom(1.25)} />
      <IconButton icon={Maximize} label={words.fit} shortcut="0" onPress={() => canvas.current?.fit()} />
      <IconButton icon={PanelBottom} label={words.sideBySide} pressed={withTables} onPress={onTables} />
      {open === 'save' && <SaveBoard board={boards.value?.find((board) => board.id === boardId) ?? null} shown={shown.nodes} onClose={() => setOpen(null)} />}
      {open === 'export' && <ExportBoard shown={shown} canvas={canvas} onClose={() => setOpen(null)} />}
    </>
  );
}
