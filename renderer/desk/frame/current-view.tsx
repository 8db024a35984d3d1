import { type ComponentType, lazy, Suspense } from 'react';
import { Busy } from '../components/busy/busy.tsx';
import { ViewBoundary } from './view-boundary.tsx';
import { views } from './views.ts';

/** Each view's code is fetched from the application's own files when it is first shown. */
const loaded: { readonly [id: string]: ComponentType } = Object.fromEntries(views.map((view) => [view.id, lazy(async () => ({ default: await view.load() }))]));

export function CurrentView({ id }: { readonly id: string }) {
  const View = loaded[id];
  if (!View) return null;
  return (
    <ViewBoundary>
      <Suspense fallback={<Busy />}>
        <View />
      </Suspense>
    </ViewBoundary>
  );
}
