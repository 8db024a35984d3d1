/** Where the active row goes when a key is pressed; null when the key moves nothing. `at` is -1 while no row is active. */
export function movedTo(key: string, at: number, count: number, pageRows: number): number | null {
  if (count === 0) return null;
  const within = (index: number) => Math.max(0, Math.min(count - 1, index));
  switch (key) {
    case 'ArrowDown':
      return within(at + 1);
    case 'ArrowUp':
      return at <= 0 ? null : at - 1;
    case 'PageDown':
      return within(Math.max(at, 0) + pageRows);
    case 'PageUp':
      return within(at - pageRows);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
