import { useEffect } from 'react';
import { actions } from './actions.ts';
import { actionFor } from './keyboard-map.ts';
import { overlay } from './overlay.ts';

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const fields = 'input:not([type=checkbox]):not([type=radio]), textarea, [contenteditable=true]';
  return target.isContentEditable || target.closest(fields) !== null;
}

/** Runs the action of the keys pressed anywhere in the window. While a dialog is open the keys are the dialog's. */
export function useKeyboard(): void {
  useEffect(() => {
    const onMac = /mac/i.test(navigator.platform);
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      const action = actionFor(actions, event, isWriting(event.target), onMac);
      if (!action) return;
      const dialogOpen = overlay.get() !== null || document.querySelector('[role=dialog]') !== null;
      if (dialogOpen && action.id !== 'lock') return;
      event.preventDefault();
      action.run();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
