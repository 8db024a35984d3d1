/**
 * Padmé (Nikitin et al., PETS 2019, §4): the next length of which only the first few bits differ from zero, so that a sealed
 * size gives away little and costs at most 12 %.
 */
export function padme(length: number): number {
  if (length < 2) return length;
  const exponent = Math.floor(Math.log2(length));
  const kept = Math.floor(Math.log2(exponent)) + 1;
  if (exponent <= kept) return length;
  const step = 2 ** (exponent - kept);
  return Math.ceil(length / step) * step;
}

/** `u32 length || bytes || zeros`, padded to at least `least` and to a Padmé length. */
export function padded(bytes: Uint8Array, least: number): Buffer {
  const out = Buffer.alloc(padme(Math.max(least, bytes.length + 4)));
  out.writeUInt32LE(bytes.length, 0);
  out.set(bytes, 4);
  return out;
}

/** {@link padded} of a text in UTF-8, written once. */
export function paddedText(text: string, least: number): Buffer {
  const length = Buffer.byteLength(text);
  const out = Buffer.allocUnsafe(padme(Math.max(least, length + 4)));
  out.writeUInt32LE(length, 0);
  out.write(text, 4);
  return out.fill(0, length + 4);
}

/** The bytes that were {@link padded}; `null` when the length does not fit. */
export function unpadded(plain: Buffer): Buffer | null {
  if (plain.length < 4) return null;
  const length = plain.readUInt32LE(0);
  return length + 4 <= plain.length ? plain.subarray(4, 4 + length) : null;
}
