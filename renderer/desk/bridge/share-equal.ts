/**
 * What came, with every part that is as it was before replaced by that part itself: whoever draws sees by identity that nothing changed. After an edit
 * most rows of a list and most nodes of a board are the same.
 */
export function shareEqual(before: unknown, after: unknown): unknown {
  if (Object.is(before, after)) return before;
  if (Array.isArray(before) && Array.isArray(after)) {
    const parts = after.map((part, at) => shareEqual(before[at], part));
    return parts.length === before.length && parts.every((part, at) => Object.is(part, before[at])) ? before : parts;
  }
  if (!isPlain(before) || !isPlain(after)) return after;
  const names = Object.keys(after);
  const parts = names.map((name) => [name, shareEqual(before[name], after[name])] as const);
  const same = names.length === Object.keys(before).length && parts.every(([name, part]) => Object.hasOwn(before, name) && Object.is(part, before[name]));
  return same ? before : Object.fromEntries(parts);
}

function isPlain(value: unknown): value is { readonly [name: string]: unknown } {
  return Object.prototype.toString.call(value) === '[object Object]';
}
