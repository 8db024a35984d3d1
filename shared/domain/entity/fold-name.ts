/** Form under which two spellings of a name are the same: compatibility forms, case and white space folded (Unicode UAX 15 NFKC). Diacritics count. */
export function foldName(name: string): string {
  return name.normalize('NFKC').toUpperCase().toLowerCase().replace(/\s+/gu, ' ').trim();
}
