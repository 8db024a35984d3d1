import { z } from 'zod';
import { ObjectIdSchema } from '#shared/kernel/ids.ts';
import { InstantSchema, Sha256Schema } from '../fields.ts';

export const custodyActions = [
  'collected',
  'imported',
  'viewed',
  'copied',
  'marked',
  'redacted',
  'transferred',
  'exported',
  'verified',
  'removed',
  'restored',
  'disposed',
] as const;
export const CustodyActionSchema = z.enum(custodyActions);
export type CustodyAction = z.infer<typeof CustodyActionSchema>;

/** What a verb of the domain says happened; the case store adds sequence, time, actor and the chain. */
export type CustodyAct = {
  readonly action: CustodyAction;
  readonly evidenceId: string;
  readonly reason: string | null;
  readonly sha256Before: string | null;
  readonly sha256After: string | null;
};

/**
 * What happened to an evidence item. Entries form a chain: `prev` is the SHA-256 of the previous entry in RFC 8785 canonical
 * JSON, or 64 zeros for the first. `salt` (32 hexadecimal digits) keeps an entry from being guessed from its digest.
 */
export const CustodyEntrySchema = z
  .object({
    v: z.literal(1),
    seq: z.int().min(0),
    prev: Sha256Schema,
    at: InstantSchema,
    actor: z.string(),
    action: CustodyActionSchema,
    evidenceId: ObjectIdSchema,
    reason: z.string().max(2_000).nullable(),
    sha256Before: Sha256Schema.nullable(),
    sha256After: Sha256Schema.nullable(),
    tool: z.string(),
    salt: z.string().regex(/^[0-9a-f]{32}$/),
  })
  .readonly();
export type CustodyEntry = z.infer<typeof CustodyEntrySchema>;
