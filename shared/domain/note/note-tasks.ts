/** A task of a note as a line says it, without the signs of Markdown. */
export type NoteTask = { readonly text: string; readonly done: boolean };

/** Tasks that say something; the dots that a template leaves to be filled in do not. References are left out: they are no words. */
export function noteTasks(text: string): readonly NoteTask[] {
  return [...text.matchAll(/^\s*(?:[-*+]|\d+[.)])\s+\[([ xX])\]\s+(.+)$/gmu)].flatMap(([, sign, words = '']) => {
    const plain = words
      .replaceAll(/\[\[[^\]]*\]\]|[*_`~\\]/gu, '')
      .replaceAll(/\s+/gu, ' ')
      .trim();
    return /[\p{L}\p{N}]/u.test(plain) ? [{ text: plain, done: sign !== ' ' }] : [];
  });
}
