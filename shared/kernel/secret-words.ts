/**
 * The words of a recovery code, an escrow file or a share out of whatever was typed, pasted or read from a file: lines that begin
 * with `#` are for people; numbers, punctuation and letter case fall away. Letters that are in no word list stay, so that the
 * word they stand in can be named.
 */
export function secretWords(text: string): readonly string[] {
  return text
    .split(/\r\n|[\r\n]/)
    .filter((line) => !line.trimStart().startsWith('#'))
    .join(' ')
    .normalize('NFKD')
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .filter((word) => word !== '');
}
