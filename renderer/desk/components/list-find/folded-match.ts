/** Text without case and accents, so that a search by hand finds it (Unicode Standard Annex 15, NFKD). */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLocaleLowerCase()
    .normalize('NFKC');
}

/** Whether every word wanted is somewhere in the text. */
export function matches(text: string, wanted: string): boolean {
  const words = folded(wanted).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return true;
  const within = folded(text);
  return words.every((word) => within.includes(word));
}
