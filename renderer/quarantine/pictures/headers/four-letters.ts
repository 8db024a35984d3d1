/** Four bytes as Latin-1 letters: the names of chunks and boxes. Throws RangeError past the end. */
export function fourLetters(view: DataView, offset: number): string {
  return String.fromCharCode(view.getUint8(offset), view.getUint8(offset + 1), view.getUint8(offset + 2), view.getUint8(offset + 3));
}
