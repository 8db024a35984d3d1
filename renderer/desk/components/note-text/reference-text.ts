/** Pieces of a note: words, or a reference `[[id]]` to an object of the case. */
export type NotePiece = { readonly at: number; readonly text: string } | { readonly at: number; readonly id: string };

const reference = /\[\[([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\]\]/giu;

export function piecesOf(text: string): readonly NotePiece[] {
  const pieces: NotePiece[] = [];
  let from = 0;
  for (const hit of text.matchAll(reference)) {
    if (hit.index > from) pieces.push({ at: from, text: text.slice(from, hit.index) });
    pieces.push({ at: hit.index, id: (hit[1] ?? '').toLowerCase() });
    from = hit.index + hit[0].length;
  }
  if (from < text.length) pieces.push({ at: from, text: text.slice(from) });
  return pieces;
}

/** Objects a note refers to, each once, in order of first mention. */
export function referredIds(text: string): readonly string[] {
  return [...new Set(piecesOf(text).flatMap((piece) => ('id' in piece ? [piece.id] : [])))];
}

/** Whether the caret stands right after `[[` that was just typed, which opens the picker. */
export function opensPicker(text: string, caret: number): boolean {
  return text.slice(0, caret).endsWith('[[') && !text.slice(0, caret).endsWith('[[[');
}

/** The text with `[[id]]` in place of the `[[` before the caret (or at the caret when there is none), and where the caret then stands. */
export function withReference(text: string, caret: number, id: string): { readonly text: string; readonly caret: number } {
  const from = opensPicker(text, caret) ? caret - 2 : caret;
  const inserted = `[[${id}]]`;
  return { text: text.slice(0, from) + inserted + text.slice(caret), caret: from + inserted.length };
}
