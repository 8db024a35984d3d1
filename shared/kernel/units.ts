import type { Brand } from './brand.ts';

/** A count of bytes. */
export type Bytes = Brand<number, 'Bytes'>;
/** SHA-256 as 64 lower-case hexadecimal digits (FIPS 180-4). */
export type Sha256Hex = Brand<string, 'Sha256Hex'>;
