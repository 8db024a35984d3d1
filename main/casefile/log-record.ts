import { z } from 'zod';
import { CareStateSchema } from './care-state.ts';

/** 32 bytes as hexadecimal digits: the hash of a frame, or the head of the log after it. */
const HashSchema = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * What a frame of the log says. `open` begins every segment and names the head it continues from, which makes the log a graph
 * like that of git and not a list: a branch that lost is still readable and can never be mistaken for the trunk.
 */
export const LogRecordSchema = z.discriminatedUnion('t', [
  z.object({
    t: z.literal('open'),
    prev: HashSchema,
    prevHead: HashSchema,
    /** Transactions acknowledged before this segment. */
    seq: z.int().min(0),
    /** Number of the segment, also in its name. */
    number: z.int().min(1),
    /** Generation of the header when the segment began; a header with a lower one was put back. */
    generation: z.int().min(0),
    /** One random id per writing session: tells a retry after an error from a second writer. */
    writer: z.string().regex(/^[0-9a-f]{32}$/),
    /** Features a reader must know to understand what follows; none in version 1. */
    needs: z.array(z.string()),
  }),
  z.object({ t: z.literal('tx'), prev: HashSchema, seq: z.int().min(1), body: z.unknown() }),
  z.object({ t: z.literal('header'), prev: HashSchema, generation: z.int().min(0) }),
  /** What is kept in mind from here on; the last one holds. */
  z.object({ t: z.literal('care'), prev: HashSchema, care: CareStateSchema }),
  z.object({ t: z.literal('close'), prev: HashSchema }),
]);
export type LogRecord = z.infer<typeof LogRecordSchema>;
export type OpenRecord = Extract<LogRecord, { readonly t: 'open' }>;
