import { type NoteHead, textOrBeginning } from '../case/case-heads.ts';

const longest = 120;

/** What a note is known by: its title, or else its first words without the signs of Markdown; empty when it has neither. */
export function noteName(note: NoteHead): string {
  return note.title ?? firstWords(textOrBeginning(note));
}

function firstWords(text: string): string {
  const line = text.split('\n').find((each) => /[\p{L}\p{N}]/u.test(each)) ?? '';
  return line
    .replaceAll(/^[#>\-*\s]+|\[\[[^\]]*\]\]|[*_`~\\]/gu, '')
    .trim()
    .slice(0, longest);
}
