import { keyName, type Pressed } from '../components/key-capture/pressed-keys.ts';
import type { Action } from './action.ts';

/** Whether the keys pressed are those of a shortcut such as `Mod+Shift+Z`. */
export function isPressed(shortcut: string, pressed: Pressed, onMac: boolean): boolean {
  const parts = shortcut.split('+');
  const wanted = parts.at(-1) ?? '';
  const mod = onMac ? pressed.metaKey : pressed.ctrlKey;
  const otherMod = onMac ? pressed.ctrlKey : pressed.metaKey;
  if (otherMod || mod !== parts.includes('Mod') || pressed.altKey !== parts.includes('Alt')) return false;
  // A sign such as ? already needs Shift on most layouts, so Shift counts only for letters, digits and named keys.
  const sign = wanted.length === 1 && !/[A-Z0-9]/.test(wanted);
  if (!sign && pressed.shiftKey !== parts.includes('Shift')) return false;
  return keyName(pressed) === wanted.toUpperCase() || keyName(pressed) === wanted;
}

/** What a text field does itself with the same keys. */
const ofFields = new Set(['undo', 'redo', 'back', 'forward', 'import/paste-text']);

/** The action of the keys pressed, or null. While writing, only keys that mean nothing to a text field count. */
export function actionFor(actions: readonly Action[], pressed: Pressed, writing: boolean, onMac: boolean): Action | null {
  const found = actions.find((action) => action.keys.some((keys) => isPressed(keys, pressed, onMac)));
  if (!found) return null;
  const plain = !pressed.ctrlKey && !pressed.metaKey && !/^F\d+$/.test(pressed.key);
  return writing && (plain || ofFields.has(found.id)) ? null : found;
}
