/** Lines a claim may be split into: one for each sentence or part before a semicolon. Where it goes on from there is the analyst's. */
export function proposedLines(text: string): string {
  return text
    .split(/(?<=[.!?…])\s+(?=\p{Lu}|\p{Lo})|;\s+/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n');
}

/** The propositions written, one on each line that is not empty. */
export function propositionsIn(lines: string): readonly string[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
