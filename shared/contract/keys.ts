import { z } from 'zod';
import type { Problem } from '../kernel/problem.ts';
import { message } from './message.ts';
import { leastSharesNeeded, mostShares } from './share-limits.ts';

/**
 * What can open a case. `passphrase` and `key-file` (a passphrase together with a file) are what a person carries; `recovery` are
 * 24 words on paper; `shares` is a secret of which any k of n people's shares are enough; `escrow` are 24 words of their own, kept
 * only in a file that somebody else's age identity opens.
 */
export const keyKinds = ['passphrase', 'key-file', 'recovery', 'shares', 'escrow'] as const;
export type KeyKind = (typeof keyKinds)[number];
/** Kinds that a travel lock takes away; `recovery` only when it is not to stay. */
export const localKeyKinds: readonly KeyKind[] = ['passphrase', 'key-file', 'recovery'];
/** Kinds that other people hold, or that lie elsewhere: what a travel lock leaves. */
export const entrustedKeyKinds: readonly KeyKind[] = ['shares', 'escrow'];

const labelBytes = 48;
/** A name for a key, one line, up to 48 bytes of UTF-8; seen only by who opened the case. May be empty. */
export const KeyLabelSchema = z
  .string()
  .transform((text) => text.normalize('NFC').trim())
  .pipe(
    z
      .string()
      .regex(/^[^\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]*$/u, 'one line of plain text')
      .refine((text) => utf8Length(text) <= labelBytes, `at most ${labelBytes} bytes: about ${labelBytes} Latin letters, or ${labelBytes / 2} Cyrillic ones`),
  );

export const KeySlotSchema = z.object({
  /** 32 hex digits; the first eight are enough to name it. */
  id: z.string().regex(/^[0-9a-f]{32}$/),
  kind: z.enum(keyKinds),
  label: z.string(),
  /** RFC 3339. */
  madeAt: z.string(),
  /** Of `shares`: any `needed` of `of` open the case. */
  shares: z.object({ needed: z.int(), of: z.int() }).nullable(),
  /** Of `escrow`: its file in the case folder, such as `escrow/0001-9f3a02c7.age`; `null` when it lies elsewhere or was taken away. */
  file: z.string().nullable(),
});
export type KeySlot = z.infer<typeof KeySlotSchema>;

export const KeyListingSchema = z.object({
  slots: z.array(KeySlotSchema),
  /** Keys that can still be added. */
  free: z.int().min(0),
  /** What one guess costs: Argon2id, one lane. The same for all keys of a case. */
  cost: z.object({ memoryKiB: z.int(), passes: z.int() }),
});
export type KeyListing = z.infer<typeof KeyListingSchema>;

/** The listing is an ordinary query; what changes keys carries secrets and goes over {@link KeysRequestSchema} only. */
export const keyQueries = {
  'keys/list': message(z.object({}).strict(), KeyListingSchema),
};

/** By its tag, since a page's bytes may be of another realm than ours. */
const BytesSchema = z.custom<Uint8Array>((value) => Object.prototype.toString.call(value) === '[object Uint8Array]', 'bytes');
const WordsSchema = z.array(z.string().max(100)).max(60).readonly();
/** The text of one printed share, or its 36 words however they are separated; lines that begin with `#` are not read. */
const ShareTextSchema = z.string().max(4_000);

/** A secret that opens a case, as a person offers it. `passphrase` is UTF-8 of NFC, `keyFile` the whole content of the file. */
export const OfferedSecretSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('passphrase'), passphrase: BytesSchema, keyFile: BytesSchema.optional() }).strict(),
  /** Recovery words, or those an escrow file held. */
  z.object({ by: z.literal('words'), words: WordsSchema }).strict(),
  z
    .object({
      by: z.literal('shares'),
      shares: z
        .array(ShareTextSchema)
        .max(mostShares * 2)
        .readonly(),
    })
    .strict(),
]);
export type OfferedSecret = z.infer<typeof OfferedSecretSchema>;

/**
 * What the keys page asks of the case process, over a port of its own: no secret passes through the shell or the desk. Every
 * change is proven anew by a secret that opens the case (`proof`), so that whoever finds the desk open cannot add a key of theirs.
 * The bytes of secrets are wiped when the answer is there.
 */
export const KeysRequestSchema = z.discriminatedUnion('ask', [
  z.object({ ask: z.literal('keys-list') }).strict(),
  z.object({ ask: z.literal('keys-add-passphrase'), proof: OfferedSecretSchema, passphrase: BytesSchema, label: KeyLabelSchema }).strict(),
  z.object({ ask: z.literal('keys-add-key-file'), proof: OfferedSecretSchema, passphrase: BytesSchema, keyFile: BytesSchema, label: KeyLabelSchema }).strict(),
  /** Answers 24 words, once. */
  z.object({ ask: z.literal('keys-add-recovery'), proof: OfferedSecretSchema, label: KeyLabelSchema }).strict(),
  /** Answers `of` texts, one for each holder, once. */
  z
    .object({
      ask: z.literal('keys-split'),
      proof: OfferedSecretSchema,
      needed: z.int().min(leastSharesNeeded).max(mostShares),
      of: z.int().min(leastSharesNeeded).max(mostShares),
      label: KeyLabelSchema,
    })
    .strict(),
  /** `recipients` begin with `age1`. Writes a file into the folder `escrow` of the case and answers its name. */
  z
    .object({
      ask: z.literal('keys-escrow'),
      proof: OfferedSecretSchema,
      recipients: z.array(z.string().max(4_000)).min(1).max(20).readonly(),
      label: KeyLabelSchema,
    })
    .strict(),
  /** Whether a share is written as it was printed and belongs to this case. Tells no secret. */
  z.object({ ask: z.literal('keys-check-share'), share: ShareTextSchema }).strict(),
  /** `id`: at least the first eight digits of a slot's. */
  z.object({ ask: z.literal('keys-remove'), proof: OfferedSecretSchema, id: z.string().regex(/^[0-9a-f]{8,32}$/) }).strict(),
  /** Replaces the one passphrase that `old` is, with or without key file (the file stays the same); all other keys stay. */
  z.object({ ask: z.literal('change-passphrase'), old: OfferedSecretSchema, passphrase: BytesSchema }).strict(),
  /**
   * Removes every key that is carried: passphrases, those with a key file and, unless `keepRecovery`, recovery codes. Refused unless
   * `proof` is the words of an escrow file or enough shares; with any other proof `unprovenReason` must say why that cannot be shown.
   */
  z
    .object({
      ask: z.literal('travel-lock'),
      proof: OfferedSecretSchema,
      keepRecovery: z.boolean(),
      unprovenReason: z.string().trim().min(1).max(500).nullable(),
    })
    .strict(),
]);
export type KeysRequest = z.infer<typeof KeysRequestSchema>;

/** What a share says of itself: for which case (first 8 digits of its id), which of how many, how many are needed. */
export type ShareFacts = { readonly caseId: string; readonly index: number; readonly needed: number; readonly of: number };

/** The keys as they are after the request; new secrets once, to be shown and kept nowhere. */
export type KeysAnswer = {
  readonly listing: KeyListing;
  readonly recoveryWords: readonly string[] | null;
  readonly shares: readonly string[] | null;
  readonly escrowFile: string | null;
  readonly checkedShare: ShareFacts | null;
};
export type KeysReply = { readonly ok: true; readonly value: KeysAnswer } | { readonly ok: false; readonly problem: Problem };

/** Bytes a text takes in UTF-8; written out, because this room has neither Node nor a browser. */
function utf8Length(text: string): number {
  let length = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    length += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4;
  }
  return length;
}
