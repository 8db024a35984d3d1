/** A passage to be replaced, in UTF-16 code units of the text; `role` stands in its place, in square brackets. */
export type TextRedaction = { readonly start: number; readonly end: number; readonly role: string };

/**
 * The text with its passages replaced by roles, and how many there were. Passages that overlap or touch become one, under the first role: two
 * brackets side by side would tell where one name ends. Null when a passage lies outside the text or cuts a character in two.
 */
export function redactText(text: string, passages: readonly TextRedaction[]): { readonly text: string; readonly parts: number } | null {
  if (passages.some(({ start, end }) => start < 0 || end > text.length || start >= end || cuts(text, start) || cuts(text, end))) return null;
  const joined: TextRedaction[] = [];
  for (const passage of passages.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = joined.at(-1);
    if (last && passage.start <= last.end) joined[joined.length - 1] = { ...last, end: Math.max(last.end, passage.end) };
    else joined.push(passage);
  }
  let at = 0;
  let kept = '';
  for (const { start, end, role } of joined) {
    kept += `${text.slice(at, start)}[${role}]`;
    at = end;
  }
  return { text: kept + text.slice(at), parts: joined.length };
}

function cuts(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at));
}
