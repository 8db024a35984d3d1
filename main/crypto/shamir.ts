import { combine, split } from 'shamir-secret-sharing';
import { equalInConstantTime } from './digests.ts';

/**
 * Shamir's secret sharing over GF(2^8) with the polynomial x⁸ + x⁴ + x³ + x + 1, byte by byte. A share has one byte more than the
 * secret: the y of each byte, then the x they share (1 to 255, drawn by chance). Fewer than `needed` shares say nothing at all.
 * Every splitting is joined again before it is given out, so that a fault of the machine cannot lose a secret.
 */
export async function splitSecret(secret: Uint8Array, needed: number, of: number): Promise<readonly Uint8Array[]> {
  const plain = Uint8Array.from(secret);
  const shares = await split(plain, of, needed);
  plain.fill(0);
  const ends = [shares.slice(0, needed), shares.slice(-needed)];
  for (const some of ends) if (!equalInConstantTime(await combine(some), secret)) throw new Error('Shamir: the shares do not give the secret back');
  return shares;
}

/**
 * The secret of at least two shares of equal length with distinct x; `null` for anything else. Whether they are enough, and of one
 * splitting, the shares cannot tell: then the answer is a wrong secret.
 */
export async function joinSecret(shares: readonly Uint8Array[]): Promise<Uint8Array | null> {
  const [first] = shares;
  const places = new Set(shares.map((share) => share.at(-1)));
  if (!first || first.length < 2 || shares.length < 2 || places.size !== shares.length || places.has(0)) return null;
  if (shares.some(({ length }) => length !== first.length)) return null;
  return combine(shares.map((share) => Uint8Array.from(share)));
}
