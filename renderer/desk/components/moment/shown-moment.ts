/** `2025-01-12T09:00:00.000Z` as `2025-01-12 09:00 UTC`: evidence is dated in one zone, whatever the machine's. `precise` adds seconds. */
export function shownMoment(at: string, precise: boolean): string {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(:\d{2})/.exec(at);
  if (!match) return at;
  return `${match[1]} ${match[2]}${precise ? match[3] : ''} UTC`;
}
