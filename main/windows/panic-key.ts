import type { PanicKey } from '#shared/contract/setting-choices.ts';

/** A key press as the shell sees it before the page does (`before-input-event`). */
export type KeyPress = {
  readonly type: string;
  readonly key: string;
  readonly code: string;
  readonly control: boolean;
  readonly meta: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
};

/** Whether a key press is the panic key. `code`, the place on the keyboard, counts as well: with a Cyrillic layout `key` is no Latin letter. */
export function isPanicKey(pressed: KeyPress, panicKey: PanicKey, onMac: boolean): boolean {
  const parts = panicKey.split('+');
  const wanted = parts.at(-1) ?? '';
  if (pressed.type !== 'keyDown' || pressed.alt || pressed.shift !== parts.includes('Shift')) return false;
  const mod = onMac ? pressed.meta : pressed.control;
  const other = onMac ? pressed.control : pressed.meta;
  if (other || mod !== parts.includes('CmdOrCtrl')) return false;
  return pressed.key.toUpperCase() === wanted.toUpperCase() || pressed.code === `Key${wanted}`;
}
