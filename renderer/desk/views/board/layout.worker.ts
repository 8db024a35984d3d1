import { forceLayout } from '#shared/domain/graph/force-layout.ts';
import { partBoxes } from '#shared/domain/graph/part-boxes.ts';
import type { LayoutAsked, LayoutTold } from './layout-messages.ts';

/** Lays a board out beside the window: however large it is, the window never waits. */
const mostSteps = 420;
const sliceMs = 70;
const stillPx = 0.35;
let latest = 0;

self.addEventListener('message', ({ data }: MessageEvent<LayoutAsked>) => {
  latest = data.turn;
  const layout = forceLayout(data);
  let steps = 0;
  const work = (): void => {
    if (latest !== data.turn) return;
    const until = performance.now() + sliceMs;
    let still = false;
    while (performance.now() < until && steps < mostSteps && !still) {
      still = layout.step() < stillPx;
      steps += 1;
    }
    const done = still || steps >= mostSteps;
    if (done) partBoxes(data.places, data.pinned);
    const told: LayoutTold = { turn: data.turn, places: data.places.slice(), done };
    self.postMessage(told);
    if (!done) setTimeout(work);
  };
  work();
});
