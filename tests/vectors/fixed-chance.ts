import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Lets the engine's generator answer the same bytes each time while `work` runs, so that the product's own writers make the same
 * file again. Only a test can do this, in its own process; the product has no such door. The bytes
 * depend on how many are asked for and on nothing else, so that the order of asking does not matter.
 */
export async function withFixedChance<T>(work: () => T | Promise<T>): Promise<T> {
  const engine = crypto as unknown as { randomBytes: (length: number) => Buffer };
  const real = engine.randomBytes;
  engine.randomBytes = (length) => {
    const blocks: Buffer[] = [];
    for (let made = 0; made < length; made += 32) blocks.push(crypto.createHash('sha256').update(`${length} bytes from ${made}`).digest());
    return Buffer.concat(blocks).subarray(0, length);
  };
  syncBuiltinESMExports();
  try {
    return await work();
  } finally {
    engine.randomBytes = real;
    syncBuiltinESMExports();
  }
}
