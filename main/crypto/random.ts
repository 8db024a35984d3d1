import { randomBytes as nodeRandomBytes } from 'node:crypto';

/** `length` bytes from the operating system's generator. The only source of randomness for keys, salts and names in the product. */
export function randomBytes(length: number): Buffer {
  return nodeRandomBytes(length);
}
