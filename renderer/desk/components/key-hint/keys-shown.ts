const mac: { readonly [key: string]: string } = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↩', Backspace: '⌫' };
const other: { readonly [key: string]: string } = { Mod: 'Ctrl' };
const arrows: { readonly [key: string]: string } = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓', Escape: 'Esc' };

/** `Mod+Shift+Z` as `Ctrl+Shift+Z`, or `⌘⇧Z` on a Mac. */
export function keysShown(keys: string, onMac: boolean): string {
  const names = onMac ? mac : other;
  return keys
    .split('+')
    .map((key) => names[key] ?? arrows[key] ?? key)
    .join(onMac ? '' : '+');
}
