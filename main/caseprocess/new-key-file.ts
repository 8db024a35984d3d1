import { randomBytes } from '#main/crypto/random.ts';

/** Content for a new key file: 32 random bytes as 64 hex digits and a line end. */
export function newKeyFile(): string {
  return `${randomBytes(32).toString('hex')}\n`;
}
