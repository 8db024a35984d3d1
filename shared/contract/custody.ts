import { z } from 'zod';
import { InstantSchema, NameSchema } from '../domain/fields.ts';
import { ObjectIdSchema } from '../kernel/ids.ts';
import { message } from './message.ts';

const CountSchema = z.int().min(0);
/** Name, key id (8 hex digits) and public key (32 bytes in base64) of who signed. `own`: the private key lies in this case. */
export const CustodySignatureSchema = z.object({ name: z.string(), keyId: z.string(), publicKey: z.string(), own: z.boolean(), at: InstantSchema });

/**
 * A signed state of the custody log: how many entries, and the root of their RFC 6962 tree (base64). `words` are six words of the
 * root to compare by voice. `note` is the whole signed note (C2SP signed-note, tlog-checkpoint), as it is handed to others.
 */
export const CustodyCheckpointSchema = z.object({
  size: CountSchema,
  root: z.string(),
  words: z.array(z.string()),
  at: InstantSchema,
  note: z.string(),
  signatures: z.array(CustodySignatureSchema),
});
export type CustodyCheckpoint = z.infer<typeof CustodyCheckpointSchema>;

/** A key that signs for this case or has co-signed for it. `verifierKey` is its line `name+keyid+base64`, to hand to others. */
export const CustodyKeySchema = z.object({
  name: z.string(),
  keyId: z.string(),
  publicKey: z.string(),
  verifierKey: z.string(),
  own: z.boolean(),
  madeAt: InstantSchema,
});

export type CustodyKey = z.infer<typeof CustodyKeySchema>;

/** An entry at which the wall clock does not fit the entry before it; `ms` is by how much it is off, signed. */
export const ClockJumpSchema = z.object({ seq: CountSchema, sort: z.enum(['backwards', 'ahead', 'behind']), ms: z.number() });

export const custodyCommands = {
  /** Signs the log as it is now, or the kept checkpoint of `size`, in the name of one of the case's analysts (else the acting one). */
  'custody/sign': message(z.object({ as: NameSchema.optional(), size: CountSchema.optional() }).strict(), CustodyCheckpointSchema),
  /** Takes signatures of others on a checkpoint of this case in. `verifierKeys` are the keys they told you, not ones found beside the note. */
  'custody/add-signature': message(
    z.object({ note: z.string().max(200_000), verifierKeys: z.array(z.string().max(2_000)).max(16).optional() }).strict(),
    z.object({ checkpoint: CustodyCheckpointSchema, added: z.array(z.string()) }),
  ),
  /** Signs a checkpoint of somebody else's case with a key of this one. Answers the note with the line added and the key to hand over. */
  'custody/cosign': message(
    z.object({ note: z.string().max(200_000), as: NameSchema.optional() }).strict(),
    z.object({ note: z.string(), name: z.string(), verifierKey: z.string(), origin: z.string(), size: CountSchema, words: z.array(z.string()) }),
  ),
  /**
   * Writes the log with its newest state signed into a folder that must not exist or be empty: the whole log, or only the entries
   * of some items, each with its proof. `proofs` writes a proof for every entry of the whole log too.
   */
  'custody/export': message(
    z
      .object({
        jobId: z.string().min(1).max(64),
        evidenceIds: z.array(ObjectIdSchema).min(1).max(10_000).optional(),
        proofs: z.boolean().optional(),
        as: NameSchema.optional(),
        to: z.discriminatedUnion('from', [
          z.object({ from: z.literal('path'), path: z.string().min(1) }),
          z.object({ from: z.literal('ticket'), ticket: z.string().min(1) }),
        ]),
      })
      .strict(),
    z.object({ folder: z.string(), files: CountSchema, entries: CountSchema, checkpoint: CustodyCheckpointSchema }),
  ),
};
export const custodyQueries = {
  /** Newest first. `entries` is how long the log is now; `clock` where its times do not fit together. */
  'custody/checkpoints': message(
    z.object({}).strict(),
    z.object({ entries: CountSchema, checkpoints: z.array(CustodyCheckpointSchema), keys: z.array(CustodyKeySchema), clock: z.array(ClockJumpSchema) }),
  ),
};
