/** Bytes that are written one after another; numbers as LEB128: seven bits a byte, the lowest first, the eighth says that more follow. */
export type ByteRun = { bytes: Uint8Array; length: number };

export function byteRun(room: number): ByteRun {
  return { bytes: new Uint8Array(Math.max(room, 64)), length: 0 };
}

/** Makes room for so many bytes more. */
export function ensure(run: ByteRun, more: number): void {
  if (run.length + more <= run.bytes.length) return;
  const grown = new Uint8Array(Math.max(run.length + more, Math.ceil(run.bytes.length * 1.5)));
  grown.set(run.bytes.subarray(0, run.length));
  run.bytes = grown;
}

/** A number below 2^32. Room for five bytes must be there. */
export function putNumber(run: ByteRun, value: number): void {
  run.length = setNumber(run.bytes, run.length, value);
}

/** Writes a number at a place; the place behind it. */
export function setNumber(bytes: Uint8Array, place: number, value: number): number {
  let at = place;
  let left = value;
  while (left > 127) {
    bytes[at++] = (left & 127) | 128;
    left >>>= 7;
  }
  bytes[at++] = left;
  return at;
}

/** Bytes that {@link setNumber} makes of a number. */
export function lengthOfNumber(value: number): number {
  let bytes = 1;
  for (let left = value; left > 127; left >>>= 7) bytes += 1;
  return bytes;
}

/** Bytes up to which copying them one by one is cheaper than a view of them. */
const few = 48;

export function putBytes(run: ByteRun, from: Uint8Array, start: number, end: number): void {
  ensure(run, end - start);
  if (end - start > few) run.bytes.set(from.subarray(start, end), run.length);
  else for (let at = start, to = run.length; at < end; at += 1, to += 1) run.bytes[to] = from[at] as number;
  run.length += end - start;
}

export function written(run: ByteRun): Uint8Array {
  return run.bytes.subarray(0, run.length);
}
