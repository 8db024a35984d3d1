import type { SearchHit } from '#shared/contract/search.ts';
import type { Reply } from '#shared/kernel/reply.ts';

/** Full-text search over the open case, as of the record now; the index lies sealed in the case. Refused `cancelled` where its making was. */
export type SearchPort = {
  readonly find: (query: string, limit: number) => Promise<Reply<readonly SearchHit[]>>;
  /** How many objects a query finds in all; no text of them is read. */
  readonly count: (query: string) => Promise<Reply<number>>;
  /** The ids of the best, without their texts. */
  readonly ids: (query: string, limit: number) => Promise<Reply<readonly string[]>>;
};
