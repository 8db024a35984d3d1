import { useCallback, useEffect, useRef, useState } from 'react';
import type { BoardEdge, BoardNode } from '#shared/contract/boards.ts';
import type { BoardPlace } from '#shared/domain/board/board.ts';
import { layoutInput } from '#shared/domain/board/lay-out.ts';
import { startWorker } from '../../bridge/own-worker.ts';
import address from './layout.worker.ts?worker&url';
import type { LayoutTold } from './layout-messages.ts';

export type Spot = { readonly x: number; readonly y: number };
type Shown = { readonly nodes: readonly BoardNode[]; readonly edges: readonly BoardEdge[] };
export type LayoutWork = {
  readonly busy: boolean;
  /** Lays `shown` out from the places known; `moved` hears where each object is, again and again until it is still. */
  readonly layOut: (
    shown: Shown,
    places: readonly Pick<BoardPlace, 'id' | 'x' | 'y' | 'pinned'>[],
    moved: (spots: ReadonlyMap<string, Spot>, done: boolean) => void,
  ) => void;
};

/** The layout in a worker of its own. With reduced motion only the end is shown, not the way there. */
export function useLayout(): LayoutWork {
  const [busy, setBusy] = useState(false);
  const worker = useRef<Worker | null>(null);
  const turn = useRef(0);
  const hear = useRef<(told: LayoutTold) => void>(() => undefined);

  const drawn = useRef(oncePerFrame());

  useEffect(
    () => () => {
      worker.current?.terminate();
      worker.current = null;
    },
    [],
  );

  const layOut = useCallback<LayoutWork['layOut']>((shown, places, moved) => {
    if (!worker.current) {
      worker.current = startWorker(address);
      worker.current.addEventListener('message', ({ data }: MessageEvent<LayoutTold>) => hear.current(data));
    }
    const ids = shown.nodes.map((node) => node.id);
    turn.current += 1;
    const now = turn.current;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    hear.current = (told) => {
      if (told.turn !== now) return;
      if (told.done) setBusy(false);
      if (told.done || !still)
        drawn.current(() => moved(new Map(ids.map((id, at) => [id, { x: told.places[at * 2] ?? 0, y: told.places[at * 2 + 1] ?? 0 }])), told.done));
    };
    setBusy(true);
    worker.current.postMessage({ turn: now, nodes: ids.length, ...layoutInput(ids, shown.edges, places) });
  }, []);
  return { busy, layOut };
}

/** Draws only the newest of what arrives between two frames: a large board is slower to draw than to lay out, and the older would pile up. */
function oncePerFrame(): (draw: () => void) => void {
  let newest: (() => void) | null = null;
  return (draw) => {
    if (newest === null) {
      requestAnimationFrame(() => {
        const latest = newest;
        newest = null;
        latest?.();
      });
    }
    newest = draw;
  };
}
