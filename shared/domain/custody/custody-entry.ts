import { z } from 'zod';
import { ObjectIdSchema } from '#shared/kernel/ids.ts';
import { InstantSchema, Sha256Schema } from '../fields.ts';

const custodyActions = [
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
  // What happened to the case as a whole; their `evidenceId` is null.
  'key-added',
  'key-removed',
  'passphrase-changed',
  'travel-locked',
  'backed-up',
  'compacted',
  're-keyed',
  'repaired',
  'migrated',
  'branch-resolved',
  // Decisions about a dossier.
  'gate-overridden',
  'signed-off',
  // Stands for an entry that a repair could not find, so that the others keep their numbers.
  'lost',
] as const;
export const CustodyActionSchema = z.enum(custodyActions);
export type CustodyAction = z.infer<typeof CustodyActionSchema>;

/** What a verb of the domain says happened; the case store adds sequence, time, actor and the chain. */
export type CustodyAct = {
  readonly action: CustodyAction;
  /** The item it happened to; `null` when it happened to the case as a whole. */
  readonly evidenceId: string | null;
  readonly reason: string | null;
  readonly sha256Before: string | null;
  readonly sha256After: string | null;
};

/**
 * What happened to an evidence item. Entries form a chain: `prev` is the SHA-256 of the previous entry in RFC 8785 canonical
 * JSON, or 64 zeros for the first. `salt` (32 hexadecimal digits) keeps an entry from being guessed from its digest.
 * `session` names the sitting in which it was written and `elapsed` the milliseconds of the monotonic clock since that began, so
 * that a wall clock that was set in between shows; `elapsed` is null where there is no such clock.
 */
export const CustodyEntrySchema = z
  .object({
    v: z.literal(1),
    seq: z.int().min(0),
    prev: Sha256Schema,
    at: InstantSchema,
    actor: z.string(),
    action: CustodyActionSchema,
    evidenceId: ObjectIdSchema.nullable(),
    reason: z.string().max(2_000).nullable(),
    sha256Before: Sha256Schema.nullable(),
    sha256After: Sha256Schema.nullable(),
    tool: z.string(),
    session: z.string().regex(/^[0-9a-f]{16}$/),
    elapsed: z.int().min(0).nullable(),
    salt: z.string().regex(/^[0-9a-f]{32}$/),
  })
  .readonly();
/** Key of an entry in its collection: its sequence number in ten digits, so that text order is the order of time. */
export function custodyKey(seq: number): string {
  return String(seq).padStart(10, '0');
}
export type CustodyEntry = z.infer<typeof CustodyEntrySchema>;
