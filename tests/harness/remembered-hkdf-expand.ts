import * as real from '#main/crypto/hkdf-expand.ts';

/** The long runs open the same messages of the same case a hundred thousand times; the keys of each are worked out once and then remembered. */
const known = new Map<string, Buffer>();
const most = 20_000;

export function hkdfExpandSha512(pseudoRandomKey: Uint8Array, info: Uint8Array, length: number): Buffer {
  const name = `${length} ${pseudoRandomKey.length} ${Buffer.concat([pseudoRandomKey, info]).toString('latin1')}`;
  const made = known.get(name) ?? real.hkdfExpandSha512(pseudoRandomKey, info, length);
  if (known.size >= most) known.clear();
  known.set(name, made);
  return Buffer.from(made);
}
