import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import './style/base.css';
import { listen } from './bridge/events.ts';
import { viewOfKind } from './bridge/navigation.ts';
import { followTheme } from './bridge/theme.ts';
import { Frame } from './frame/frame.tsx';
import { readShellState } from './frame/shell-state.ts';
import { viewsByKind } from './frame/views.ts';

// Compiled schemas are made with eval, which the content security policy refuses.
z.config({ jitless: true });

const place = document.getElementById('desk');
if (place) {
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
