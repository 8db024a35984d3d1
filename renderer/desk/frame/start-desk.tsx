import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../style/base.css';
import { knownActions } from '../bridge/actions.ts';
import { bridge } from '../bridge/bridge.ts';
import { listen } from '../bridge/events.ts';
import { viewOfKind } from '../bridge/navigation.ts';
import { followAppearance } from '../bridge/theme.ts';
import { actions } from './actions.ts';
import { fetchLetters } from './fetch-letters.ts';
import { Frame } from './frame.tsx';
import { shellState } from './shell-state.ts';
import { beginTour } from './tour/tour-steps.ts';
import { views, viewsByKind } from './views.ts';

/** Puts the desk into the page and listens to the case and the shell until it is locked. */
export function startDesk(place: HTMLElement): void {
  // React would print the exception, and an exception may hold content of the case: only its kind is said.
  const onError = (error: unknown) => console.error(`desk: a view failed (${error instanceof Error ? error.name : typeof error})`);
  const root = createRoot(place, { onCaughtError: onError, onUncaughtError: onError });
  followAppearance();
  viewOfKind.set(viewsByKind);
  knownActions.set(actions);
  void bridge().shell({ ask: 'name-views', views: views.map(({ id, title }) => ({ id, title })) });
  if (shellState.get()?.firstLook) beginTour();
  listen(() => root.unmount());
  root.render(
    <StrictMode>
      <Frame />
    </StrictMode>,
  );
  void fetchLetters();
}
