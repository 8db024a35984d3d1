import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../style/base.css';
import { listen } from '../bridge/events.ts';
import { viewOfKind } from '../bridge/navigation.ts';
import { followTheme } from '../bridge/theme.ts';
import { Frame } from './frame.tsx';
import { readShellState } from './shell-state.ts';
import { viewsByKind } from './views.ts';

/** Puts the desk into the page and listens to the case and the shell until it is locked. */
export function startDesk(place: HTMLElement): void {
  // React would print the exception, and an exception may hold content of the case: only its kind is said.
  const onError = (error: unknown) => console.error(`desk: a view failed (${error instanceof Error ? error.name : typeof error})`);
  const root = createRoot(place, { onCaughtError: onError, onUncaughtError: onError });
  followTheme();
  viewOfKind.set(viewsByKind);
  listen(() => root.unmount());
  void readShellState();
  root.render(
    <StrictMode>
      <Frame />
    </StrictMode>,
  );
}
