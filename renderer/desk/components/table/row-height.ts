/** Height of a row in pixels: it grows with the letters and with the room the analyst chose. */
export function rowHeight(): number {
  const style = getComputedStyle(document.documentElement);
  return Number.parseFloat(style.fontSize) * Number.parseFloat(style.getPropertyValue('--row'));
}
