import { useEffect } from 'react';
import { settings } from '../bridge/settings.ts';
import { askAhead } from '../bridge/use-query.ts';
import type { ViewManifest } from '../bridge/view-manifest.ts';
import { loadView } from './view-code.ts';
import { views } from './views.ts';

/** The view that was opened first has come and been looked at. */
const afterMs = 2_500;

/** Fetches the code of the other views while nothing else is to be done, one after another, and then what each shows first, so that none is waited for when it is chosen. */
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
  const idle = () => new Promise<void>((resolve) => requestIdleCallback(() => resolve()));
  for (const view of wanted) {
    await idle();
    if (over()) return;
    // Whoever opens the view tries again, and is told when its code cannot be had.
    await loadView(view).catch(() => undefined);
  }
  for (const view of wanted) {
    for (const question of view.begins?.(settings.get()?.namesByRole ?? false) ?? []) {
      await idle();
      if (over()) return;
      await askAhead(question);
    }
  }
}
