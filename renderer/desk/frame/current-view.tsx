import { useEffect, useState, useSyncExternalStore } from 'react';
import { Busy } from '../components/busy/busy.tsx';
import { ViewBoundary } from './view-boundary.tsx';
import { loadView, viewCode } from './view-code.ts';
import { views } from './views.ts';

/** The view that was gone to. One that fails, or whose code cannot be had, says so in its place. */
export function CurrentView({ id }: { readonly id: string }) {
  return (
    <ViewBoundary>
      <ViewOf id={id} />
    </ViewBoundary>
  );
}

type Failed = { readonly cause: unknown };

/** A view whose code is there is drawn at once. React's own `lazy` waits even then, and shows what it waited for 300 ms later at the earliest. */
function ViewOf({ id }: { readonly id: string }) {
  const View = useSyncExternalStore(viewCode.watch, () => viewCode.get().get(id));
  const [failed, setFailed] = useState<Failed | null>(null);
  useEffect(() => {
    const view = views.find((each) => each.id === id);
    if (view) loadView(view).catch((cause: unknown) => setFailed({ cause }));
  }, [id]);
  if (failed !== null) throw failed.cause;
  return View ? <View /> : <Busy />;
}
