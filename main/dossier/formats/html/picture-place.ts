/** Stands where the picture of an exhibit is to come. No text of a case can bring such a character in: visibleText writes it out. */
export function placeOf(label: string): string {
  return `\u0000${label}\u0000`;
}
