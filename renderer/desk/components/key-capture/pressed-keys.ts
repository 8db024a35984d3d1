/** The part of a key event that decides. `code` is the place on the keyboard: with a Cyrillic or Hangul layout `key` is no Latin letter. */
export type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** The letter or name a key stands for in a shortcut. */
export function keyName({ key, code }: Pick<Pressed, 'key' | 'code'>): string {
  const latin = /^[\x20-\x7e]$/.test(key);
  if (!latin && code.startsWith('Key')) return code.slice(3);
  if (!latin && code.startsWith('Digit')) return code.slice(5);
  return key.length === 1 ? key.toUpperCase() : key;
}

const modifiers = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead', 'Process', 'Unidentified']);

/**
 * The keys pressed as a shortcut is written, or null where they cannot be one: modifiers alone, the Windows key, or a plain letter, which
 * would be typed into the next field instead.
 */
export function shortcutOf(pressed: Pressed, onMac: boolean): string | null {
  const name = keyName(pressed);
  const mod = onMac ? pressed.metaKey : pressed.ctrlKey;
  const otherMod = onMac ? pressed.ctrlKey : pressed.metaKey;
  const alone = !mod && !pressed.altKey && !/^F\d+$/.test(name);
  if (modifiers.has(pressed.key) || otherMod || alone) return null;
  const sign = name.length === 1 && !/[A-Z0-9]/.test(name);
  return [...(mod ? ['Mod'] : []), ...(pressed.altKey ? ['Alt'] : []), ...(pressed.shiftKey && !sign ? ['Shift'] : []), name].join('+');
}
