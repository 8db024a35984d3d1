import { type RefObject, useState } from 'react';
import { type BoardEdge, type BoardFormat, type BoardNode, boardFormats } from '#shared/contract/boards.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { boardWords } from '#shared/wording/english/views/board-words.ts';
import { bridge } from '../../bridge/bridge.ts';
import { say } from '../../bridge/toasts.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { ActDialog } from '../../components/dialog/act-dialog.tsx';
import { SelectField } from '../../components/select-field/select-field.tsx';
import type { CanvasHandle } from './board-canvas.tsx';
import { boardDesk, placesOf } from './board-desk.ts';

const words = boardWords.export;
type ExportProps = {
  readonly shown: { readonly nodes: readonly BoardNode[]; readonly edges: readonly BoardEdge[] };
  readonly canvas: RefObject<CanvasHandle | null>;
  readonly onClose: () => void;
};

/** Writes what is in sight to a file the analyst chooses; people at risk go by their role. */
export function ExportBoard({ shown, canvas, onClose }: ExportProps) {
  const [format, setFormat] = useState<BoardFormat>('svg');
  const command = useCommand('boards/export');
  const ids = shown.nodes.map((node) => node.id as ObjectId);

  async function drawn(): Promise<Uint8Array | null> {
    const outside = await bridge().query('boards/graph', { ids, outside: true });
    return outside.ok && canvas.current ? canvas.current.png(new Map(outside.value.nodes.map((node) => [node.id, node.label]))) : null;
  }

  async function choose(): Promise<void> {
    const place = await bridge().shell({ ask: 'choose-save-file', suggestedName: `${words.file}.${format}` });
    const ticket = place.ok && place.value.kind === 'tickets' ? place.value.tickets[0]?.ticket : undefined;
    if (ticket === undefined) return;
    const png = format === 'png' ? await drawn() : null;
    const desk = boardDesk.get();
    const reply = await command.run({
      ids,
      places: placesOf(ids, desk),
      filter: desk.filter,
      format,
      to: { from: 'ticket', ticket },
      ...(png && { png }),
    });
    if (!reply.ok) return;
    say({ tone: 'good', title: words.done(reply.value.objects) });
    onClose();
  }

  return (
    <ActDialog title={words.title} size="small" act={words.choose} onAct={() => void choose()} busy={command.busy} onClose={onClose}>
      <div className="form">
        <p>{words.text}</p>
        <SelectField label={words.format} value={format} options={boardFormats.map((value) => ({ value, label: words.formats[value] }))} onChange={setFormat} />
      </div>
    </ActDialog>
  );
}
