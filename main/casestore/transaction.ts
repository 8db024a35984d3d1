import { z } from 'zod';
import { collections } from '#shared/domain/case/case-record.ts';
import type { EditLabel, Op } from '#shared/domain/case/change.ts';
import type { CustodyEntry } from '#shared/domain/custody/custody-entry.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { type KeptOp, keptCollections } from './kept-custody.ts';

/** What one commit writes into its frame: the edit and its custody entries, whole or not at all. */
export type Transaction = {
  readonly label: EditLabel;
  readonly at: Instant;
  readonly ops: readonly (Op | KeptOp)[];
  readonly custody: readonly CustodyEntry[];
};

const editable = collections.filter((collection) => collection !== 'custody');
/** Keys and checkpoints are only ever put: an old signature must stay checkable. */
const puttable = [...editable, ...keptCollections] as const;

/** The outline of a transaction read from disk; each value is checked by the schema of its collection. */
export const TransactionSchema = z.object({
  label: z.string(),
  at: z.string(),
  ops: z.array(z.union([z.object({ put: z.enum(puttable), id: z.string(), value: z.unknown() }), z.object({ del: z.enum(editable), id: z.string() })])),
  custody: z.array(z.unknown()),
});
