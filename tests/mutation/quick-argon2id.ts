import { createHmac } from 'node:crypto';
import * as real from '#main/crypto/argon2id.ts';

export const { defaultKdfCost, isKdfCostAllowed, leastKdfCost, millisecondsOfArgon2id } = real;

/** A key in a millionth of the time, for tests of the room that only stores its cost and salt; the derivation itself is the other room's. */
export async function argon2id(password: Uint8Array, salt: Uint8Array, cost: real.KdfCost): Promise<Uint8Array> {
  const mac = createHmac('sha256', password).update(salt).update(`${cost.memoryKiB} ${cost.passes}`);
  return Uint8Array.from(mac.digest());
}
