/** `case.tar.age.001`: cat puts them together in the order of their names. */
export function partName(name: string, number: number): string {
  return `${name}.${String(number).padStart(3, '0')}`;
}

/** One stream as several of at most `partBytes`. Each part has to be read to its end before the next is asked for. */
export async function* intoParts(stream: AsyncIterable<Uint8Array>, partBytes: number): AsyncIterable<AsyncIterable<Uint8Array>> {
  const pieces = stream[Symbol.asyncIterator]();
  let left: Uint8Array | null = null;
  let ended = false;
  const next = async (): Promise<Uint8Array | null> => {
    if (left !== null && left.length > 0) return left;
    const { value, done } = await pieces.next();
    ended = done === true;
    return done ? null : value;
  };
  async function* part(): AsyncIterable<Uint8Array> {
    for (let room = partBytes; room > 0; ) {
      const piece: Uint8Array | null = await next();
      if (piece === null) return;
      const taken = piece.subarray(0, room);
      left = piece.subarray(taken.length);
      room -= taken.length;
      yield taken;
    }
  }
  for (left = await next(); !ended; left = await next()) yield part();
}
