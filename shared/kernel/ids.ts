import { z } from 'zod';
import type { Brand } from './brand.ts';

/** Identifier of any object of a case: a UUID (RFC 9562, version 7 when made by the product), lower case. */
export type ObjectId = Brand<string, 'ObjectId'>;
export const ObjectIdSchema = z.uuid().transform((id) => id.toLowerCase() as ObjectId);
/** Identifier of a sealed blob: 52 characters of lower-case base32 (RFC 4648 without padding). Says nothing of the content. */
export type BlobId = Brand<string, 'BlobId'>;
export const BlobIdSchema = z
  .string()
  .regex(/^[a-z2-7]{52}$/)
  .transform((id) => id as BlobId);
