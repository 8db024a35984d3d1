import { Waypoints } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { BoardGraph } from '#shared/contract/boards.ts';
import { applyFilter } from '#shared/domain/board/apply-filter.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { boardWords as words } from '#shared/wording/english/views/board-words.ts';
import { bridge } from '../../bridge/bridge.ts';
import { openObject, trail } from '../../bridge/navigation.ts';
import { useShownName } from '../../bridge/shown-name.ts';
import { useStore } from '../../bridge/store.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { useSelection } from '../../bridge/use-selection.ts';
import { Asked } from '../../components/asked/asked.tsx';
import { Banner } from '../../components/banner/banner.tsx';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { DrawLinkDialog } from '../../components/link-dialog/draw-link-dialog.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import { Split } from '../../components/split/split.tsx';
import { BoardCanvas, type CanvasHandle } from './board-canvas.tsx';
import { boardDesk, changeBoard, placesOf, togglePin } from './board-desk.ts';
import { BoardLegend } from './board-legend.tsx';
import { BoardSide } from './board-side.tsx';
import { BoardTables } from './board-tables.tsx';
import { BoardToolbar } from './board-toolbar.tsx';
import { useLayout } from './use-layout.ts';
import './board.css';

/** The case as a graph: who asserts what on which evidence, and what supports or contradicts what. */
export function BoardView() {
  const { ids, aroundId } = useStore(boardDesk);
  const [looked] = useState(lastLookedAt);
  const around = aroundId ?? looked;
  // The middle stays where it was while objects are opened from the board and come back from.
  useEffect(() => {
    if (aroundId === null && looked !== null) changeBoard({ aroundId: looked });
  }, [aroundId, looked]);
  const asked = useQuery('boards/graph', ids !== null ? { ids: ids as ObjectId[] } : around === null ? {} : { aroundId: around as ObjectId });
  return <Asked result={asked}>{(graph) => (graph.total === 0 ? <Nothing /> : <Board graph={graph} />)}</Asked>;
}

const labelLength = 60;
const cut = (label: string) =>
  [...label].length > labelLength
    ? `${[...label]
        .slice(0, labelLength - 1)
        .join('')
        .trimEnd()}…`
    : label;

/** The object that was looked at last, wherever that was. */
function lastLookedAt(): string | null {
  const { here, back } = trail.get();
  return here.objectId ?? back.findLast((place) => place.objectId !== null)?.objectId ?? null;
}

function Nothing() {
  return (
    <Panel title={words.title} level={1}>
      <EmptyState icon={Waypoints} title={words.empty.title}>
        {words.empty.text}
      </EmptyState>
    </Panel>
  );
}

/** Adds the neighbours of an object to what stands on the board. */
async function unfold(id: string, shown: readonly string[]): Promise<void> {
  const reply = await bridge().query('boards/around', { ids: [id as ObjectId], hops: 1 });
  if (reply.ok) changeBoard({ ids: [...new Set([...(boardDesk.get().ids ?? shown), ...reply.value.ids])] });
}

function Board({ graph }: { readonly graph: BoardGraph }) {
  const desk = useStore(boardDesk);
  const { id: chosen, select } = useSelection();
  const [linking, setLinking] = useState<string | null>(null);
  const [withTables, setWithTables] = useState(true);
  const canvas = useRef<CanvasHandle | null>(null);
  // The picture comes first, what stands beside and below it in the next moment.
  const withRest = useDeferredValue(true, false);
  const shownName = useShownName();
  const middle = graph.aroundId === null ? undefined : graph.nodes.find(({ id }) => id === graph.aroundId);
  const { busy, layOut } = useLayout();
  const { nodes, edges } = graph;
  const shown = useMemo(() => applyFilter({ nodes, edges }, desk.filter), [nodes, edges, desk.filter]);
  const allIds = useMemo(() => nodes.map((node) => node.id), [nodes]);

  function arrange(anew: boolean): void {
    const { spots, pinned } = boardDesk.get();
    const known = shown.nodes.filter((node) => spots.has(node.id)).length;
    // Where most stand already, they stay, so that the analyst finds them again; the new ones find room between them.
    const keep = !anew && known * 2 > shown.nodes.length;
    const ids = shown.nodes.map((node) => node.id);
    const places = placesOf(anew ? ids.filter((id) => pinned.has(id)) : ids, { ...boardDesk.get(), pinned: keep ? new Set(spots.keys()) : pinned });
    layOut(shown, places, (moved, done) => {
      canvas.current?.move(moved);
      if (!done) return;
      changeBoard({ spots: new Map([...boardDesk.get().spots, ...moved]) });
      if (!keep) canvas.current?.fit();
    });
  }
  const arrangeNow = useRef(arrange);
  arrangeNow.current = arrange;
  useEffect(() => {
    if (shown.nodes.some((node) => !boardDesk.get().spots.has(node.id))) arrangeNow.current(false);
  }, [shown]);

  const act = {
    open: (id: string) => {
      const node = graph.nodes.find((each) => each.id === id);
      if (node) openObject(node.kind, id);
    },
    unfold: (id: string) => void unfold(id, allIds),
    link: setLinking,
    pin: togglePin,
    takeOff: (id: string) => {
      changeBoard({ ids: allIds.filter((each) => each !== id) });
      select(null);
    },
  };
  const picture = (
    <div className="board-picture">
      {middle && <Banner>{words.around(cut(shownName(middle.label)))}</Banner>}
      <BoardCanvas
        nodes={shown.nodes}
        edges={shown.edges}
        spots={desk.spots}
        pinned={desk.pinned}
        chosen={chosen}
        onChoose={select}
        onOpen={act.open}
        onUnfold={act.unfold}
        onLink={act.link}
        onPin={act.pin}
        onMoved={(id, spot) => changeBoard({ spots: new Map([...desk.spots, [id, spot]]) })}
        handle={canvas}
      />
      <BoardLegend />
      {linking !== null && <DrawLinkDialog fromId={linking} onClose={() => setLinking(null)} />}
    </div>
  );
  const main = (
    <Panel
      title={words.title}
      level={1}
      flush
      aside={words.part(shown.nodes.length, graph.total)}
      actions={
        <BoardToolbar
          shown={shown}
          busy={busy}
          canvas={canvas}
          withTables={withTables}
          onTables={() => setWithTables(!withTables)}
          onLayout={() => arrange(true)}
        />
      }
    >
      <Split
        id="board-main"
        direction="vertical"
        panes={[
          { id: 'picture', size: 66, minPx: 180, content: picture },
          withTables && {
            id: 'tables',
            size: 34,
            minPx: 120,
            content: withRest && <BoardTables shown={shown} chosen={chosen} onChoose={select} onOpen={act.open} />,
          },
        ]}
      />
    </Panel>
  );
  return (
    <Split
      id="board"
      panes={[
        { id: 'main', size: 74, minPx: 460, content: main },
        { id: 'side', size: 26, minPx: 280, content: withRest && <BoardSide graph={graph} shown={shown} chosen={chosen} act={act} onChoose={select} /> },
      ]}
    />
  );
}
