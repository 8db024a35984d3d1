import { z } from 'zod';
import { type Instant, isInstant } from '#shared/kernel/instant.ts';
import type { Sha256Hex } from '#shared/kernel/units.ts';

/** Fields that several kinds of object share. Text is kept as NFC (Unicode Standard Annex 15), so that equal words compare equal. */
const nfc = (text: string) => text.normalize('NFC').trim();

export const InstantSchema = z
  .string()
  .refine(isInstant, 'an RFC 3339 moment in UTC')
  .transform((text) => text as Instant);
export const Sha256Schema = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .transform((text) => text as Sha256Hex);
/** A name or title in any script, one line, 1 to 500 characters. */
export const NameSchema = z.string().transform(nfc).pipe(z.string().min(1, 'must not be empty').max(500, 'at most 500 characters'));
/** One proposition or statement, 1 to 4,000 characters. */
export const SentenceSchema = z.string().transform(nfc).pipe(z.string().min(1, 'must not be empty').max(4_000, 'at most 4,000 characters'));
/** Longer writing, up to 1,000,000 characters; may be empty. */
export const WritingSchema = z
  .string()
  .transform((text) => text.normalize('NFC'))
  .pipe(z.string().max(1_000_000, 'at most 1,000,000 characters'));
/** BCP 47 language tag, such as `uk` or `ko-KP`. */
export const LanguageSchema = z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag, such as en, uk or ko-KP');
/** An address as text. The product never opens it. */
export const UrlTextSchema = z
  .string()
  .trim()
  .max(4_000)
  .regex(/^https?:\/\/\S+$/i, 'an address that starts with http:// or https://');
