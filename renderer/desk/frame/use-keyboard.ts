import { useLayoutEffect } from 'react';
import { keysOf } from '../bridge/actions.ts';
import { panicShortcut } from '../bridge/settings.ts';
import { actions } from './actions.ts';
import { actionFor, isPressed } from './keyboard-map.ts';
import { lockCase } from './lock-case.ts';
import { overlay } from './overlay.ts';

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const fields = 'input:not([type=checkbox]):not([type=radio]), textarea, [contenteditable=true]';
  return target.isContentEditable || target.closest(fields) !== null;
}

/** Runs the action of the keys pressed anywhere in the window. While a dialog is open the keys are the dialog's, but for the lock and the panic key. */
export function useKeyboard(): void {
  // Before anything is painted: a key pressed at the first sight of the desk, and the panic key above all, must not be lost.
  useLayoutEffect(() => {
    const onMac = /mac/i.test(navigator.platform);
    // On its way down, before anything can take it: in a dialog, in a list, in the middle of a composition.
    function onPanic(event: KeyboardEvent): void {
      const panic = panicShortcut();
      if (panic === null || event.repeat || !isPressed(panic, event, onMac)) return;
      event.preventDefault();
      event.stopPropagation();
      void lockCase(true);
    }
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      const bound = actions.map((action) => ({ ...action, keys: keysOf(action) }));
      const action = actionFor(bound, event, isWriting(event.target), onMac);
      if (!action) return;
      const dialogOpen = overlay.get() !== null || document.querySelector('[role=dialog]') !== null;
      if (dialogOpen && action.id !== 'lock') return;
      event.preventDefault();
      action.run();
    }
    window.addEventListener('keydown', onPanic, { capture: true });
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onPanic, { capture: true });
      window.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}
