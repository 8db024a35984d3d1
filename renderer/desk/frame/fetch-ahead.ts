import { useEffect } from 'react';
import type { ViewManifest } from '../bridge/view-manifest.ts';
import { views } from './views.ts';

/** The view that was opened first has come and been looked at. */
const afterMs = 2_500;

/** Fetches the code of the other views while nothing else is to be done, one after another, so that none is waited for when it is chosen. */
export function useViewsAhead(begun: boolean): void {
  useEffect(() => {
    if (!begun) return;
    let over = false;
    const begin = setTimeout(() => void fetchInTurn(views, () => over), afterMs);
    return () => {
      over = true;
      clearTimeout(begin);
    };
  }, [begun]);
}

async function fetchInTurn(wanted: readonly ViewManifest[], over: () => boolean): Promise<void> {
  for (const view of wanted) {
    await new Promise<void>((resolve) => requestIdleCallback(() => resolve()));
    if (over()) return;
    // Whoever opens the view tries again, and is told when its code cannot be had.
    await view.load().catch(() => undefined);
  }
}
